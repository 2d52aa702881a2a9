import type { FaqHost } from '../faq-host.js';

/** Key in sessionStorage: one JSON list of questions for each FAQ of each page. */
export const storageKey = (host: FaqHost): string => `${host.instance}:${location.pathname}`;

/** The text of a question. It stands for the answer in storage, where an id may not have been given yet. */
export const questionOf = (details: Element): string =>
  details.querySelector('summary')?.textContent?.trim() ?? '';

/** The questions whose answers were open when the visitor left this page. What stores them is fetched later, with `reading.lazy`. */
export function readRemembered(host: FaqHost): string[] {
  try {
    return [...(JSON.parse(sessionStorage.getItem(storageKey(host))!) as string[])];
  } catch {
    // Nothing is stored, or not by us, or storage is forbidden.
    return [];
  }
}
