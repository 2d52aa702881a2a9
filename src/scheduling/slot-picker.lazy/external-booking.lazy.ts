/**
 * A time that is booked on another page or by phone. Loaded when one is chosen, because few clinics
 * have them.
 */
import { html, nothing } from 'lit/html.js';
import { safeHref, telHref } from '../../element/index.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import type { SlotWords } from './slot-time-format.js';

/** The link and the phone number for booking. */
export function externalBooking({ link, phone, place }: AvailableSlot, { t }: SlotWords): unknown {
  const href = safeHref(link);
  return html`<p>${t(href ? 'elsewhere.page' : 'elsewhere.phone')}</p>
    <p class="ways">
      ${
        href
          ? html`<a class="way" href=${href} target="_blank" rel="noopener noreferrer"
              >${place ? t('elsewhere.book', { place }) : t('elsewhere.book.bare')}<span
                class="unseen"
                >${' '}${t('elsewhere.new-tab')}</span
              ></a
            >`
          : nothing
      }
      ${phone ? html`<a class="way" href=${telHref(phone)}>${t('call', { phone })}</a>` : nothing}
    </p>`;
}
