import { html, type TemplateResult } from 'lit/html.js';

/** A heading of the given level that can be focused by code. */
export function heading(level: number, text: unknown): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 part="heading" tabindex="-1">${text}</h1>`;
    case 2:
      return html`<h2 part="heading" tabindex="-1">${text}</h2>`;
    case 3:
      return html`<h3 part="heading" tabindex="-1">${text}</h3>`;
    case 4:
      return html`<h4 part="heading" tabindex="-1">${text}</h4>`;
    case 5:
      return html`<h5 part="heading" tabindex="-1">${text}</h5>`;
    default:
      return html`<h6 part="heading" tabindex="-1">${text}</h6>`;
  }
}
