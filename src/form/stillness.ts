import { html, nothing } from 'lit/html.js';
import type { Dictionary, Messages } from '../i18n/index.js';
import type { Stillness } from './idle-timeout.js';

/** Says, where nobody seems to be there any more, what becomes of the answers, with a button to keep them (WCAG 2.2.1). */
export function stillness(
  is: Stillness,
  { say }: Pick<Messages<Dictionary>, 'say'>,
  stay: () => void,
): unknown {
  if (is === 'awake') return nothing;
  return html`<div part="status" class="still" role="alert">
    <p>${say(`idle.${is}`)}</p>
    ${
      is === 'warned'
        ? html`<button type="button" class="quiet" @click=${stay}>${say('idle.stay')}</button>`
        : nothing
    }
  </div>`;
}
