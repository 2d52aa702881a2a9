import { telHref } from '../../../../element/index.js';
import type { FaqHost } from '../../faq-host.js';
import { createPart } from '../create-part.js';
import { partWords } from '../part-words.js';
import { en, es } from './messages.js';

const wordsFor = partWords({ en, es });

const form = 'appointment-form';

/**
 * Whether the page contains a widget with this tag or an element with this id; a button without a
 * target is not shown.
 */
export const isOnPage = (target: string): boolean => {
  const tag = CSS.escape(target.replace(/-\d+$/, ''));
  return !!document.getElementById(target) || !!document.querySelector(`${tag}, clinic-${tag}`);
};

/**
 * Ways to contact the clinic if no answer has helped: its phone number, and the appointment form if
 * the page has one.
 */
function contactOptions(host: FaqHost): HTMLElement[] {
  const { t } = wordsFor(host);
  const options: HTMLElement[] = [];
  const { phone } = host.settings;
  if (phone) {
    const link = createPart('a', 'call', { textContent: t('ways.call', { phone }) });
    link.setAttribute('href', telHref(phone));
    options.push(link);
  }
  if (isOnPage(form)) {
    const button = createPart('button', 'book', { type: 'button', textContent: t('ways.book') });
    button.addEventListener('click', () => host.emit('clinic-open', { target: form }));
    options.push(button);
  }
  return options;
}

/** The contact options as a row of links and buttons; undefined if there are none. */
export function createContactRow(host: FaqHost): HTMLElement | undefined {
  const options = contactOptions(host);
  if (options.length === 0) return undefined;
  const row = createPart('div', 'ways');
  row.append(...options);
  return row;
}
