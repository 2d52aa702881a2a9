import { telHref, type ClinicElement } from '../../../../element/index.js';
import type { Dictionary, Messages } from '../../../../i18n/index.js';

const form = 'appointment-form';

/** Whether a widget of this tag, or an element of this id, is on the page: a way that leads nowhere is not offered. */
export const onPage = (target: string): boolean => {
  const tag = CSS.escape(target.replace(/-\d+$/, ''));
  return !!document.getElementById(target) || !!document.querySelector(`${tag}, clinic-${tag}`);
};

/** How a person goes on whom no answer has helped: the clinic's number, and the appointment form where the page has one. */
export function waysOn(host: ClinicElement, words: Messages<Dictionary>): HTMLElement[] {
  const ways: HTMLElement[] = [];
  const { phone } = host.settings;
  if (phone) {
    const call = document.createElement('a');
    call.setAttribute('href', telHref(phone));
    call.textContent = words.say('ways.call', { phone });
    call.part.add('call');
    ways.push(call);
  }
  if (onPage(form)) {
    const book = document.createElement('button');
    book.type = 'button';
    book.textContent = words.say('ways.book');
    book.part.add('book');
    book.addEventListener('click', () => host.emit('clinic-open', { target: form }));
    ways.push(book);
  }
  return ways;
}
