import { css } from '@lit/reactive-element';
import { tokens } from './tokens.js';

/**
 * What every widget's root starts from. `all: initial` keeps the page's inherited oddities out (capitals, no wrapping, a font
 * that spies); `!important` on display outlives a theme that hides what it does not know.
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
    p {
      margin: 0;
    }
    a {
      color: var(--_accent);
      text-underline-offset: 0.15em;
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
    .unseen:not(:focus) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    button {
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      min-block-size: var(--_target);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 6);
      border: var(--_border-width) solid transparent;
      border-radius: var(--_radius);
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
      text-decoration: none;
      transition: opacity 150ms;
    }
    .button:hover {
      opacity: 0.9;
    }
    .button[aria-disabled='true'] {
      cursor: progress;
      opacity: 0.75;
    }
    .quiet {
      min-block-size: var(--_target);
      padding: 0 calc(var(--_space) * 2);
      margin-inline-start: calc(var(--_space) * -2);
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.15em;
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
      .button {
        border-color: ButtonText;
      }
      :focus-visible {
        outline-color: Highlight;
      }
    }
  `,
];
