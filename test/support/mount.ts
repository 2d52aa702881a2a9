import { aTimeout, fixtureCleanup, fixtureSync, waitUntil } from '@open-wc/testing';
import { isWidget, rootOf } from './roots.js';
import { forgetPage } from '../../src/config/page.js';
import type { ClinicElement } from '../../src/element/index.js';

/** Waits for what the page does by itself; no longer than needed. */
export const until = (holds: () => unknown, what = 'what the test waits for'): Promise<void> =>
  waitUntil(() => !!holds(), `waited in vain for ${what}`, { interval: 5, timeout: 4000 });

/** Lets everything that is already on its way arrive. */
export const settle = () => aTimeout(20);

/** Places markup and waits until the widget in it, or the element itself, has drawn. */
export async function mount<Widget extends ClinicElement = ClinicElement>(
  markup: string,
  prepare?: (widget: Widget) => void,
): Promise<Widget> {
  const stage = fixtureSync<HTMLElement>('<div></div>');
  const made = document.createRange().createContextualFragment(markup);
  const widget = widgetIn<Widget>(made);
  if (widget) {
    customElements.upgrade(made);
    prepare?.(widget);
  }
  stage.append(made);
  const found = widgetIn<Widget>(stage)!;
  await found.updateComplete;
  await settled(found);
  // What is asked on one page comes by a part of its own.
  if (found.getAttribute('layout') === 'page')
    await until(() => found.matches(':state(settled)')).catch(() => undefined);
  return found;
}

const widgetIn = <Widget>(at: ParentNode) =>
  ([...at.querySelectorAll('*')].find(isWidget) ?? null) as Widget | null;

/** Drawn, with whatever its first render has set off. */
const settled = async (widget: ClinicElement) => {
  await until(() => rootOf(widget).childNodes.length > 0, 'the first render');
  await widget.updateComplete;
};

/** The first usable render, however long its words or its clinic file take. */
export const ready = (widget: ClinicElement) =>
  until(() => rootOf(widget).querySelector('form, [part="heading"], slot:not(:only-child)'));

/** What the page says for all widgets, until the next `setUp` or the end of the test. */
export interface Setup {
  meta?: Record<string, string>;
  window?: unknown;
  script?: Record<string, string>;
}

const placed: Element[] = [];

const withData = <Tag extends 'meta' | 'script'>(tag: Tag, data: Record<string, string>) => {
  const made = document.createElement(tag);
  Object.assign(made.dataset, data);
  placed.push(made);
  return made;
};

const global = globalThis as { clinicWidgets?: unknown };
let undo: (() => void) | undefined;

/** Sets the page up as a webmaster would, before widgets are placed. */
export function setUp({ meta, window: own, script }: Setup): void {
  forgetSetup();
  if (meta) {
    const made = withData('meta', meta);
    made.name = 'clinic-widgets';
    document.head.append(made);
  }
  if (script) {
    const made = withData('script', script);
    made.type = 'text/plain'; // looked up, not run
    made.src = '/assets/clinic-widgets.js?ver=6.1';
    document.body.append(made);
  }
  if (own !== undefined) {
    const before = global.clinicWidgets;
    undo = () => (global.clinicWidgets = before);
    global.clinicWidgets = own;
  }
  forgetPage();
}

function forgetSetup(): void {
  for (const element of placed.splice(0)) element.remove();
  undo?.();
  undo = undefined;
  forgetPage();
}

afterEach(() => {
  fixtureCleanup();
  forgetSetup();
});
