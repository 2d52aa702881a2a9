import { telHref, type ClinicElement } from '../../config/index.js';
import type { Dictionary, Messages } from '../../i18n/index.js';

const form = 'appointment-form';

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
  if (document.querySelector(`${form}, clinic-${form}`)) {
    const book = document.createElement('button');
    book.type = 'button';
    book.textContent = words.say('ways.book');
    book.part.add('book');
    book.addEventListener('click', () => host.emit('clinic-open', { target: form }));
    ways.push(book);
  }
  return ways;
}
