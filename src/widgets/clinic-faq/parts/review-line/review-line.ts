import { fallbacks } from '../../../../i18n/index.js';
import type { FaqHost } from '../../faq-host.js';
import { partWords } from '../part-words.js';
import { en, es } from './messages.js';

const wordsFor = partWords({ en, es });

/** Cached by language, because creating one is slow. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatDate(date: Date, language: string): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(language, format);
  }
  return format.format(date);
}

/**
 * `2026-10-12` → `October 12, 2026`, in the page's language; undefined if the input is not a date
 * as `YYYY-MM-DD`.
 */
function formatDay(day: string | undefined, language: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : formatDate(date, language);
}

/**
 * Adds the reviewer and the date of an answer, from its `data-reviewed-by` and `data-reviewed`
 * (`YYYY-MM-DD`), as its last line.
 */
export function addReviewLine(host: FaqHost, details: HTMLElement): void {
  const words = wordsFor(host);
  const { reviewedBy: name, reviewed } = details.dataset;
  const date = formatDay(reviewed, words.tag);
  if ((!name && !date) || details.querySelector(':scope > [data-clinic-reviewed]')) return;
  const line = document.createElement('p');
  line.dataset['clinicReviewed'] = '';
  const key = name && date ? 'by-on' : name ? 'by' : 'on';
  line.textContent = words.t(`reviewed.${key}`, { name: name ?? '', date: date ?? '' });
  if (fallbacks.has(line.textContent)) Object.assign(line, { lang: 'en', dir: 'ltr' });
  details.append(line);
}
