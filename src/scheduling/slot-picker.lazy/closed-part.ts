import { adoptStyles, ReactiveElement } from '@lit/reactive-element';
import { html, nothing, render, type RootPart } from 'lit/html.js';
import { ClinicElement, page } from '../../config/index.js';
import { Messages, type Dictionary } from '../../i18n/index.js';
import type { Host, Keeper } from '../slot-booking.js';
import { en } from './messages/en.js';
import { styles } from './slot-picker.styles.js';

/**
 * An element inside a widget, with a root of its own that is as closed as the widget's. It is drawn by templates like a widget, and what
 * happens in it leaves it only by events that stop at the widget's root.
 */
export abstract class ClosedPart extends ReactiveElement {
  readonly #root = this.attachShadow({
    ...ClinicElement.shadowRootOptions,
    ...(page().inspect && { mode: 'open' as const }),
  });
  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  #part?: RootPart;
  /** What had the focus is gone, and nothing that can have it is drawn yet */
  #lost = false;
  #unwatch?: (() => void) | undefined;

  /** The clinic's own words: `appointment-form.slots.<key>` in its file. */
  ownWords(language: string): Dictionary | undefined {
    const prefix = 'slots.';
    const own = Object.entries(this.widget?.ownWords(language) ?? {});
    return Object.fromEntries(
      own
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, text]) => [key.slice(prefix.length), text]),
    );
  }

  /** The widget it stands in. */
  protected get widget(): Host | undefined {
    let root = this.getRootNode();
    while (root instanceof ShadowRoot && !(root.host instanceof ClinicElement))
      root = root.host.getRootNode();
    return root instanceof ShadowRoot ? (root.host as Host) : undefined;
  }

  protected abstract get keeper(): Keeper | undefined;
  protected abstract render(keeper: Keeper): unknown;

  /** Redraws when something else is to be shown; once a second only where it counts down. */
  protected listen(keeper: Keeper | undefined, ticks = false) {
    this.#unwatch?.();
    this.#unwatch = keeper?.watch((tick) => {
      if (!tick || ticks) this.requestUpdate();
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.listen(undefined);
    this.#part?.setConnected(false);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#part?.setConnected(true);
    this.requestUpdate();
  }

  protected override createRenderRoot() {
    adoptStyles(this.#root, styles);
    return this;
  }

  protected override update(changed: Map<PropertyKey, unknown>) {
    super.update(changed);
    const { keeper } = this;
    if (this.words.pending) return;
    const { locale } = this.words;
    if (keeper) keeper.words = this.words;
    const { focused } = this;
    this.#part = render(
      html`<div class="all" lang=${locale}>${keeper ? this.render(keeper) : nothing}</div>`,
      this.#root,
      { host: this, isConnected: this.isConnected },
    );
    if (
      focused?.isConnected === false ||
      (this.#lost && document.activeElement === document.body)
    ) {
      this.focus();
      this.#lost = !this.focused;
    }
  }

  /** The first of its own elements that matches. */
  protected find(selector: string): HTMLElement | null {
    return this.#root.querySelector(selector);
  }

  /** All of them. */
  protected all<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return [...this.#root.querySelectorAll<Found>(selector)];
  }

  protected get focused(): Element | null {
    return this.#root.activeElement;
  }
}
