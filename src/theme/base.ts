import { css } from '@lit/reactive-element';
import { tokens } from './tokens.js';

/**
 * Base styles of every widget's root. `all: initial` resets what is inherited from the page
 * (uppercase, `nowrap`, fonts that record input); `!important` on `display` overrides themes that
 * hide unknown elements.
 */
export const baseStyles = [
  tokens,
  css`
    :host {
      all: initial;
      display: block !important;
      color-scheme: inherit;
      font: var(--_size) / var(--_line) var(--_font);
      color: var(--_text);
      background: var(--_surface);
      container-type: inline-size;
      text-align: start;
      visibility: inherit;
      -webkit-text-size-adjust: 100%;
      overflow-wrap: break-word;
    }
    :host([hidden]) {
      display: none !important;
    }
    :host(:state(light)) {
      color-scheme: light;
    }
    :host(:state(dark)) {
      color-scheme: dark;
    }
    /* Other colours than the page's are not legible on the page's ground. */
    :host(:is(:state(light), :state(dark))) {
      padding: calc(var(--_space) * 4);
      background: var(--clinic-color-surface, Canvas);
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      margin: 0;
      font-size: 1.375em;
      font-weight: 650;
      line-height: 1.25;
      letter-spacing: -0.01em;
      text-wrap: balance;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--_field);
      border-radius: 4px;
    }
    [tabindex='-1']:focus {
      outline: none;
      box-shadow: none;
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        transition: none !important;
        animation: none !important;
      }
    }
    @media (forced-colors: active) {
      :focus-visible {
        outline-color: Highlight;
      }
    }
  `,
];
