import { html, nothing } from 'lit/html.js';

/** A slot for the clinic's own markup; nothing if there is none. */
export const ownMarkup = (host: Element, place: 'before' | 'between' | 'after'): unknown =>
  host.querySelector(`:scope > [slot="${place}"]`) ? html`<slot name=${place}></slot>` : nothing;

/**
 * Whether the tag contains fallback content. Markup for the slots before, between and after the
 * form does not count.
 */
export const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '',
  );
