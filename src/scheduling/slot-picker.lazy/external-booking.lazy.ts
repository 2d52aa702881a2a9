/** A time that its publisher books on a page of its own, or by phone. Few clinics have such: it is fetched when one is chosen. */
import { html, nothing } from 'lit/html.js';
import { safeHref, telHref } from '../../element/index.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';

const en = {
  page: 'To book this time, go to:',
  phone: 'To book this time, call:',
  book: 'Book at {place}',
  'book.bare': 'Go to the booking page',
  'new-tab': '(opens in a new tab)',
  call: 'Call {phone}',
};
const es: typeof en = {
  page: 'Para reservar esta hora, vaya a:',
  phone: 'Para reservar esta hora, llame:',
  book: 'Reservar en {place}',
  'book.bare': 'Ir a la página de citas',
  'new-tab': '(se abre en otra pestaña)',
  call: 'Llamar al {phone}',
};

/** The ways there. `locale`: the language shown */
export function externalBooking({ link, phone, place }: AvailableSlot, locale: string): unknown {
  const words = locale === 'es' ? es : en;
  const href = safeHref(link);
  return html`<p>${href ? words.page : words.phone}</p>
    <p class="ways">
      ${
        href
          ? html`<a class="way" href=${href} target="_blank" rel="noopener noreferrer"
              >${place ? words.book.replace('{place}', () => place) : words['book.bare']}<span
                class="unseen"
                >${' '}${words['new-tab']}</span
              ></a
            >`
          : nothing
      }
      ${
        phone
          ? html`<a class="way" href=${telHref(phone)}
              >${words.call.replace('{phone}', () => phone)}</a
            >`
          : nothing
      }
    </p>`;
}
