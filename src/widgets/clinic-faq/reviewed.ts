import type { Dictionary, Messages } from '../../i18n/index.js';

/** By language: to make one costs more than all else about an entry. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, date: Date): string {
  let made = formats.get(language);
  if (!made) {
    made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(language, made);
  }
  return made.format(date);
}

/** `2026-10-12` as the page's language writes a day; undefined for what is none. */
function day(written: string | undefined, language: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(written ?? '')) return undefined;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : format(language, date);
}

/** Who has read an answer over and when, from its `data-reviewed-by` and `data-reviewed`, as a line in the page at its end. */
export function addReviewed(details: HTMLElement, words: Messages<Dictionary>): void {
  const { reviewedBy: name, reviewed } = details.dataset;
  const date = day(reviewed, words.tag);
  if ((!name && !date) || details.querySelector(':scope > [data-clinic-reviewed]')) return;
  const line = document.createElement('p');
  line.dataset['clinicReviewed'] = '';
  const key = name && date ? 'by-on' : name ? 'by' : 'on';
  line.textContent = words.say(`reviewed.${key}`, { name: name ?? '', date: date ?? '' });
  details.append(line);
}
