import type { FaqHost } from '../faq-host.js';

/** Key in sessionStorage of the list of questions, as JSON, for one FAQ on one page. */
export const storageKey = (host: FaqHost): string => `${host.instance}:${location.pathname}`;

/** The text of a question. It identifies the answer in storage, because ids are assigned later. */
export const questionOf = (details: Element): string =>
  details.querySelector('summary')?.textContent?.trim() ?? '';

/**
 * The questions whose answers were open when the visitor left this page. They are stored by
 * `reading.lazy`.
 */
export function readRemembered(host: FaqHost): string[] {
  try {
    return [...(JSON.parse(sessionStorage.getItem(storageKey(host))!) as string[])];
  } catch {
    // Storage is empty, blocked, or contains other data.
    return [];
  }
}
