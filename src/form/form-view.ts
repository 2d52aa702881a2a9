/** Templates of a form and its status. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Receipt } from '../contract/index.js';
import { telHref } from '../element/index.js';
import type { AnyMessages } from '../i18n/index.js';
import type { FormModel } from './form-model.js';
import { busy, type Status } from './status.js';

type Say = Pick<AnyMessages, 'say'>;

/** A sentence with the clinic's phone number as a link; nothing if no number is known. */
export function callView(words: Say, phone: string | undefined, key: string): unknown {
  if (!phone) return nothing;
  const [before, after] = words.say(key, { phone: '\0' }).split('\0');
  return html`<p>${before}<a href=${telHref(phone)}>${phone}</a>${after}</p>`;
}

/**
 * The announcement of each status, in a live region. `sent` and `rejected` move the focus instead.
 */
function statusView(status: Status, words: Say, phone: string | undefined): unknown {
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

/** The event listeners of a form. */
export interface FormListeners {
  submit(event: Event): void;
  input(event: Event): void;
  change(event: Event): void;
  focusin(event: Event): void;
  focusout(event: FocusEvent): void;
}

/** The `<form>` element. */
export const formView = (
  { say, locale, dir }: Pick<AnyMessages, 'say' | 'locale' | 'dir'>,
  listeners: FormListeners,
  body: unknown,
): TemplateResult =>
  html`<form
    part="form"
    method="post"
    novalidate
    aria-label=${say('heading')}
    lang=${locale}
    dir=${dir ?? nothing}
    @submit=${listeners.submit}
    @input=${listeners.input}
    @change=${listeners.change}
    @focusin=${listeners.focusin}
    @focusout=${listeners.focusout}
  >
    ${body}
  </form>`;

/** The status, the submit button and the content beside it. */
export function actionsView(
  { status, flow, host, options, words }: FormModel,
  submit: (event: Event) => void,
): TemplateResult {
  const isBusy = busy(status);
  const submitKey = flow?.submitKey ?? options.submitKey?.() ?? 'submit';
  const idleKey = (flow?.sends ?? true) ? submitKey : 'continue';
  const key = isBusy ? 'sending' : status.is === 'not-confirmed' ? 'try-again' : idleKey;
  return html`<div class="actions">
    <div part="status" class="status" role="status">
      ${statusView(status, words, host.settings.phone)}
    </div>
    <button
      part="submit"
      class="button"
      type="submit"
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${submit}
    >
      ${words.say(key)}
    </button>
    ${flow?.aside()}
  </div>`;
}

/** The panel that replaces the form after success; its heading takes the focus. */
export const sentView = (
  { locale, dir }: Pick<AnyMessages, 'locale' | 'dir'>,
  body: unknown,
): TemplateResult =>
  html`<section part="status" class="sent" lang=${locale} dir=${dir ?? nothing}>${body}</section>`;

/** The reference number in large type; nothing if the endpoint returned none. */
export const referenceView = ({ say }: Say, receipt: Receipt | undefined): unknown =>
  receipt?.reference
    ? html`<div>
        <p class="hint">${say('reference')}</p>
        <p class="reference">${receipt.reference}</p>
      </div>`
    : nothing;
