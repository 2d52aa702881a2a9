import { endpointOf } from '../../../../config/index.js';
import type { Messages } from '../../../../i18n/index.js';
import { checkEndpoint } from '../../../../transport/endpoint.js';
import type { FaqHost } from '../../faq-host.js';
import { createContactRow } from '../contact-options/contact-options.js';
import { createPart } from '../create-part.js';
import type { en } from './messages.js';

/**
 * The answers with feedback, until the page is unloaded: the question is not asked twice, and
 * nothing is stored.
 */
const answered = new Set<string>();

const keyOf = (host: FaqHost, details: Element) => `${host.instance} ${details.id}`;

/** Whether feedback has an endpoint, is enabled, and was not given yet. */
export function canAsk(host: FaqHost, details: Element): boolean {
  const { feedback, sandbox } = host.settings;
  if (feedback === false || answered.has(keyOf(host, details))) return false;
  const endpoint = endpointOf(host.layers, 'faq-feedback', host.clinic);
  return !!sandbox || (!!endpoint && 'url' in checkEndpoint(endpoint));
}

/** "Was this helpful?" with *Yes* and *No*. The result is announced in `status`. */
export function createQuestion(
  host: FaqHost,
  details: Element,
  status: HTMLElement,
  words: Messages<typeof en>,
): HTMLElement {
  const { t } = words;
  const group = createPart('div', 'feedback', { role: 'group' });
  const label = createPart('span', 'feedback-label', {
    id: 'helpful',
    textContent: t('helpful.ask'),
  });
  group.setAttribute('aria-labelledby', label.id);

  const send = async (helpful: boolean) => {
    const key = keyOf(host, details);
    if (answered.has(key)) return;
    answered.add(key);
    status.textContent = '';
    host.emit('clinic-faq-feedback', { entry: details.id, helpful });
    const part = await import('../feedback.lazy.js').catch(() => undefined);
    const accepted = await part?.sendFeedback(host, words.locale, { entry: details.id, helpful });
    if (accepted) return thank(helpful);
    answered.delete(key);
    status.textContent = t('helpful.failed');
  };
  const thank = (helpful: boolean) => {
    const contactRow = helpful ? undefined : createContactRow(host);
    status.textContent = t(
      helpful ? 'helpful.thanks' : contactRow ? 'helpful.sorry' : 'helpful.sorry-alone',
    );
    if (contactRow) status.after(contactRow);
    // The focused button is about to be removed: move the focus to the thanks.
    const hadFocus = group.contains((group.getRootNode() as ShadowRoot).activeElement);
    group.hidden = true;
    status.tabIndex = -1;
    if (hadFocus) status.focus();
  };

  group.append(label);
  for (const helpful of [true, false]) {
    const name = helpful ? 'yes' : 'no';
    const button = createPart('button', name, {
      type: 'button',
      textContent: t(`helpful.${name}`),
    });
    button.addEventListener('click', () => void send(helpful));
    group.append(button);
  }
  return group;
}
