import type { ClinicFaq } from './clinic-faq.js';

/** Under which the visit remembers what is open: one list for each FAQ of each page. */
export const storageKey = (host: ClinicFaq): string => `${host.instance}:${location.pathname}`;

/** The questions whose answers were open when the visitor left this page. */
export function remembered(host: ClinicFaq): string[] {
  try {
    return [...(JSON.parse(sessionStorage.getItem(storageKey(host))!) as string[])];
  } catch {
    // Nothing is kept, or nothing of ours, or nothing may be.
    return [];
  }
}

/** A question in its own words: it has no other name before somebody reads. */
export const questionOf = (details: Element): string =>
  details.querySelector('summary')?.textContent?.trim() ?? '';
