import { html, nothing } from 'lit/html.js';

/** A place for the clinic's own markup; nothing where there is none. */
export const ownMarkup = (host: Element, place: 'before' | 'between' | 'after'): unknown =>
  host.querySelector(`:scope > [slot="${place}"]`) ? html`<slot name=${place}></slot>` : nothing;

/** Whether something inside the tag stands in for the widget: what stands before, between or after the form does not. */
export const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '',
  );
