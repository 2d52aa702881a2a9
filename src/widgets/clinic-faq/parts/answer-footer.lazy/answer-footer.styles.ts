import { css } from '@lit/reactive-element';
import { contactStyles } from '../contact-options/contact-options.styles.js';

export const styles = css`
  :host {
    display: flex !important;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    container-type: normal;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  [hidden] {
    display: none !important;
  }
  [part='feedback'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 2);
  }
  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding-inline: calc(var(--_space) * 2);
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 550;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  [part='copy-link'] {
    margin-inline-start: calc(var(--_space) * -2);
  }
  [part='feedback']:not([hidden]) + [part='copy-link'] {
    margin-inline-start: auto;
  }
  [part='status'] {
    margin: 0;
  }
  [part='ways'] {
    flex: 1 0 100%;
    padding-block: calc(var(--_space) * 2);
  }
  input {
    flex: 1 1 14em;
    min-block-size: var(--_target);
    padding-inline: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    font: inherit;
  }
  ${contactStyles}
`;
