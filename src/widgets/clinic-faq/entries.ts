import type { Faq, FaqAction, FaqEntry } from '../../contract/faq.js';
import type { Dictionary, Messages } from '../../i18n/index.js';
import { markdown } from './markdown.js';
import { later } from './messages/later.js';
import { addReviewed } from './reviewed.js';

/** So many at a time, so that a visitor can read and press while the rest of a long list is on its way. */
const atOnce = 100;

/**
 * Puts the entries of an FAQ file in place of what is inside the widget. What is no entry is left out.
 * @throws {Error} where the file holds no list
 */
export async function drawEntries(
  host: HTMLElement,
  faq: unknown,
  words: Messages<Dictionary>,
): Promise<void> {
  const { entries } = (faq ?? {}) as Partial<Faq>;
  if (!Array.isArray(entries)) throw new Error('it must hold { "entries": [ … ] }');
  words.add(later);
  const usable = entries.filter(isEntry);
  const draw = (from: number) =>
    usable.slice(from, from + atOnce).map((entry) => drawEntry(entry, words));
  const first = draw(0);
  host.replaceChildren(...first);
  for (let from = atOnce; from < usable.length; from += atOnce) {
    const last = host.lastElementChild;
    await new Promise((resolve) => setTimeout(resolve));
    // Another source may have taken the place meanwhile.
    if (host.lastElementChild !== last) return;
    host.append(...draw(from));
  }
}

function drawEntry(entry: FaqEntry, words: Messages<Dictionary>): HTMLDetailsElement {
  const { id, question, answer, actions, keywords, reviewedBy, reviewed } = entry;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  details.id = id;
  summary.dir = 'auto';
  summary.append(question);
  details.append(summary, ...markdown(answer));
  for (const { text, open, service } of list(actions).filter(isAction)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['clinicOpen'] = open;
    if (service) button.dataset['service'] = service;
    button.append(text);
    const row = document.createElement('p');
    row.append(button);
    details.append(row);
  }
  const known = list(keywords).filter((word) => typeof word === 'string');
  if (known.length) details.dataset['keywords'] = known.join(', ');
  if (typeof reviewedBy === 'string') details.dataset['reviewedBy'] = reviewedBy;
  if (typeof reviewed === 'string') details.dataset['reviewed'] = reviewed;
  addReviewed(details, words);
  return details;
}

const list = <Item>(value: Item[] | undefined): Item[] => (Array.isArray(value) ? value : []);

const isAction = (action: FaqAction | null): action is FaqAction =>
  typeof action?.text === 'string' && typeof action.open === 'string';

/** A question without an answer, or a way on, would open onto nothing. */
const isEntry = (entry: FaqEntry | null): entry is FaqEntry =>
  typeof entry?.id === 'string' &&
  typeof entry.question === 'string' &&
  entry.question.trim() !== '' &&
  typeof entry.answer === 'string' &&
  (entry.answer.trim() !== '' || list(entry.actions).some(isAction));
