/**
 * The front door: the script a page loads. It defines the widgets, finds the places that name one, now and later, and lets links
 * lead to them.
 */
import { bus } from './bus/index.js';
import { isAllowedAddress, reportConfigError } from './config/index.js';
import { alias, ClinicElement } from './element/index.js';
import * as widgets from './widgets/index.js';

const tags = Object.values(widgets).map((widget) => widget.tag);

/** `appointment-form` for both of its names; undefined for a name that is not ours. */
const tagOf = (name: string | undefined) => tags.find((tag) => name === tag || name === alias(tag));

/** Words by strangers (comments, guest books): https://html.spec.whatwg.org/#link-type-ugc */
const ugc = '[rel~="ugc" i]';

/** What decides where answers go and what they look like there: not for everyone who may write a `<div>`. */
const trusted = ['endpoint', 'format', 'names', 'extra'] as const;

const mayEndpoint = (address: string): boolean => {
  try {
    return isAllowedAddress(address);
  } catch {
    return false;
  }
};

/** Puts the widget that a marker names inside it, with the marker's children as its fallback. */
function mount(marker: HTMLElement): void {
  const { clinicWidget, ...data } = marker.dataset;
  const tag = tagOf(clinicWidget);
  if (!tag)
    return reportConfigError(
      `data-clinic-widget="${clinicWidget}" is not a widget; use ${tags.join(', ')}`,
    );
  if (marker.closest(ugc) || [...marker.children].some((child) => tagOf(child.localName) === tag))
    return;

  const claims = trusted.filter((name) => data[name] !== undefined);
  if (claims.length > 0 && !mayEndpoint(data['endpoint'] ?? '')) {
    const where =
      data['endpoint'] === undefined ? `data-${claims[0]}` : `data-endpoint="${data['endpoint']}"`;
    const fix = `add the endpoint to data-allow on the script tag, or use <${tag}> instead of the div`;
    reportConfigError(`<div data-clinic-widget="${tag}"> ${where} is ignored on a div: ${fix}`);
    if (data['endpoint'] !== undefined) return;
    for (const name of claims) delete data[name];
  }

  const ours = (customElements.get(tag) as typeof ClinicElement | undefined)?.tag === tag;
  const element = document.createElement(ours ? tag : alias(tag));
  Object.assign(element.dataset, data);
  element.append(...marker.childNodes);
  marker.append(element);
}

const markers = '[data-clinic-widget]';

/** Finds the markers in a document, an element or an open shadow root, and goes on looking there. */
function discover(root: Document | ShadowRoot | Element = document): void {
  find(root);
  if (!watched.has(root)) {
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true });
  }
}

const watched = new WeakSet<Node>();

const find = (root: Document | ShadowRoot | Element) => {
  if (root instanceof HTMLElement && root.matches(markers)) mount(root);
  for (const marker of root.querySelectorAll<HTMLElement>(markers)) mount(marker);
};

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node instanceof Element) find(node);
});

const named = (hash: string) => (hash.startsWith('#clinic-') ? tagOf(hash.slice(1)) : undefined);

/** A link to a widget on this page leads to it; where there is none, it is a link like any other. */
function follow(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  const target = link && named(link.hash);
  if (!target || link.closest(ugc)) return;
  const { service } = link.dataset;
  const speaker = link.closest<ClinicElement>(tags.map((tag) => `${tag}, ${alias(tag)}`).join());
  const from = speaker instanceof ClinicElement ? speaker : undefined;
  const detail = {
    widget: from?.tag ?? target,
    instance: from?.instance ?? (link.id || target),
    target,
    ...(service && { service }),
  };
  if (!bus.emit('clinic-open', detail, link)) event.preventDefault();
}

/** A page may be opened at a widget: `/book#clinic-appointment-form`. */
function arrive(): void {
  const target = named(location.hash);
  if (!target) return;
  const stop = bus.on('clinic-ready', ({ widget, instance }) => {
    if (widget !== target) return;
    stop();
    bus.emit('clinic-open', { widget, instance, target });
  });
}

// It comes in the same file: no page has to wait for it until a widget asks.
void import('./config/clinic-config.js');
arrive();
discover();
document.addEventListener('click', follow);

const global = globalThis as { clinicWidgets?: unknown };
const before = global.clinicWidgets;
const plain =
  typeof before === 'object' &&
  [Object.prototype, null].includes(Object.getPrototypeOf(before) as object | null);
// `<a id="clinicWidgets">` makes a global of that name; a page that means its configuration has written an object.
global.clinicWidgets = Object.assign(plain ? (before as object) : {}, { bus, discover });
