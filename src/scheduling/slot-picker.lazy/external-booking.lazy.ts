/** A time that its publisher books on a page of its own, or by phone. Few clinics have such: it is fetched when one is chosen. */
import { html, nothing } from 'lit/html.js';
import { safeHref, telHref } from '../../element/index.js';
import type { AvailableSlot } from '../feeds/available-slots.js';

const en = {
  page: 'This time is booked on another page:',
  phone: 'This time is booked by phone:',
  book: 'Book at {place}',
  'book.bare': 'Book on the booking page',
  'new-tab': '(opens in a new tab)',
  call: 'Call {phone}',
};
const es: typeof en = {
  page: 'Esta hora se reserva en otra página:',
  phone: 'Esta hora se reserva por teléfono:',
  book: 'Reservar en {place}',
  'book.bare': 'Reservar en la página de citas',
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
