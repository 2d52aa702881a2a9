import { html, nothing } from 'lit/html.js';
import { telHref } from '../config/index.js';
import type { Dictionary, Messages } from '../i18n/index.js';
import type { Status } from './status.js';

type AnyWords = Pick<Messages<Dictionary>, 'say'>;

/** A sentence with the clinic's number as a link in it; nothing where no number is known. */
export function callView(words: AnyWords, phone: string | undefined, key: string): unknown {
  if (!phone) return nothing;
  const [before, after] = words.say(key, { phone: '\0' }).split('\0');
  return html`<p>${before}<a href=${telHref(phone)}>${phone}</a>${after}</p>`;
}

/** The one announcement of each state, in a live region; `sent` and `rejected` are told by moving the focus instead. */
export function statusView(status: Status, words: AnyWords, phone: string | undefined): unknown {
  switch (status.is) {
    case 'checking':
    case 'sending':
      return html`<p class=${status.note ? 'hint' : 'unseen'}>
          ${status.note ?? words.say(`status.${status.is}`)}
        </p>
        <div class="progress"></div>`;
    case 'retrying':
      return html`<p class="hint">${words.say('status.retrying')}</p>
        <div class="progress"></div>`;
    case 'not-confirmed':
      return html`<div class="trouble">
        <p><strong>${words.say(`trouble.${status.reason}`)}</strong></p>
        <p>${words.say('trouble.kept')}</p>
        ${callView(words, phone, 'trouble.call')}
      </div>`;
    default:
      return nothing;
  }
}
