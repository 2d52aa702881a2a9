import type { FaqHost } from '../../faq-host.js';

/** Maximum length of an id made from a question, in characters. */
const maxLength = 60;

/** `¿Cuánto cuesta?` → `cuanto-cuesta`: an id that stays the same when the order of the questions changes. */
const slug = (question: string): string => {
  const words = question
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize()
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  let id = '';
  for (const word of words ?? []) {
    if (id && id.length + word.length > maxLength) break;
    id += (id && '-') + word.slice(0, maxLength);
  }
  return id || 'answer';
};

/**
 * Gives every answer an id as a link target. Existing ids are kept; the second of two equal ids
 * becomes `…-2`.
 */
export function assignIds(host: FaqHost): void {
  // If the host was removed from the page, its root is an element without `getElementById`.
  const root = host.getRootNode() as Partial<Document>;
  const taken = new Set<string>();
  /**
   * The next number to try for each id, so that thousands of equal questions do not each start at
   * 2.
   */
  const nextNumbers = new Map<string, number>();
  for (const details of host.answers) {
    if (!details.id || taken.has(details.id)) {
      const base = details.id || slug(details.querySelector('summary')?.textContent ?? '');
      let id = base;
      let number = nextNumbers.get(base) ?? 2;
      while (taken.has(id) || root.getElementById?.(id)) id = `${base}-${number++}`;
      nextNumbers.set(base, number);
      details.id = id;
    }
    taken.add(details.id);
  }
}
