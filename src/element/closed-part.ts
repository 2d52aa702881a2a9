import { adoptStyles, ReactiveElement, type CSSResultOrNative } from '@lit/reactive-element';
import { html, nothing, render, type RootPart } from 'lit/html.js';
import type { AnyMessages } from '../i18n/index.js';
import { ClinicElement } from './clinic-element.js';
import { attachRoot } from './closed-root.js';
import { markFallbacks } from './fallbacks.js';

/** Base class of an element inside a widget: renders templates into its own shadow root, closed like the widget's. */
export abstract class ClosedPart extends ReactiveElement {
  /** Style sheets of the root. */
  static partStyles: CSSResultOrNative[] = [];

  readonly #root = attachRoot(this, ClinicElement.shadowRootOptions);
  #rootPart?: RootPart;
  /** The focused element was removed, and nothing that can take focus is rendered yet */
  #lostFocus = false;

  /** The messages it renders with; undefined while there is nothing to render. */
  protected abstract get words(): (AnyMessages & { readonly pending: boolean }) | undefined;
  protected abstract render(): unknown;

  override connectedCallback() {
    super.connectedCallback();
    this.#rootPart?.setConnected(true);
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#rootPart?.setConnected(false);
  }

  protected override createRenderRoot() {
    adoptStyles(this.#root, (this.constructor as typeof ClosedPart).partStyles);
    return this;
  }

  protected override update(changed: Map<PropertyKey, unknown>) {
    super.update(changed);
    const { words, focused } = this;
    if (words?.pending) return;
    this.#rootPart = render(
      html`<div class="all" lang=${words?.locale ?? nothing} dir=${words?.dir ?? nothing}>
        ${words ? this.render() : nothing}
      </div>`,
      this.#root,
      { host: this, isConnected: this.isConnected },
    );
    markFallbacks(this.#root);
    const isGone = focused?.isConnected === false;
    if (!isGone && !(this.#lostFocus && document.activeElement === document.body)) return;
    this.focus();
    this.#lostFocus = !this.focused;
  }

  /** The first matching element in the root. */
  protected find(selector: string): HTMLElement | null {
    return this.#root.querySelector(selector);
  }

  /** All matching elements in the root. */
  protected findAll<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return [...this.#root.querySelectorAll<Found>(selector)];
  }

  /** The element in the root that has focus. */
  protected get focused(): Element | null {
    return this.#root.activeElement;
  }
}
