import { adoptStyles, ReactiveElement, type CSSResultOrNative } from '@lit/reactive-element';
import { html, nothing, render, type RootPart } from 'lit/html.js';
import type { AnyMessages } from '../i18n/index.js';
import { ClinicElement } from './clinic-element.js';
import { attachRoot } from './closed-root.js';
import { markFallbacks } from './fallbacks.js';

/** An element inside a widget that is drawn by templates, with a root of its own that is as closed as the widget's. */
export abstract class ClosedPart extends ReactiveElement {
  static partStyles: CSSResultOrNative[] = [];

  readonly #root = attachRoot(this, ClinicElement.shadowRootOptions);
  #rootPart?: RootPart;
  /** What had the focus is gone, and nothing that can have it is drawn yet */
  #lostFocus = false;

  /** The words it is drawn with; undefined while there is nothing to draw. */
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

  /** The first of its own elements that matches. */
  protected find(selector: string): HTMLElement | null {
    return this.#root.querySelector(selector);
  }

  /** All of them. */
  protected findAll<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return [...this.#root.querySelectorAll<Found>(selector)];
  }

  /** Which of its own elements has the focus. */
  protected get focused(): Element | null {
    return this.#root.activeElement;
  }
}
