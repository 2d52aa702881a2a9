import { html } from 'lit/html.js';
import { safeHref } from '../../config/index.js';

/** One way to help, with what it calls, texts or opens. */
export interface Line {
  text: string;
  href: string;
}

/** The lines of those who help at once. */
export const emergencyLines = (lines: readonly Line[]) =>
  html`<ul>
    ${lines.map(({ text, href: address }) => {
      const href = safeHref(address);
      return html`<li>${href ? html`<a href=${href}>${text}</a>` : text}</li>`;
    })}
  </ul>`;
