import type { Faq, FaqAction, FaqEntry } from '../../../contract/faq.js';
import type { Dictionary, Messages } from '../../../i18n/index.js';
import type { ClinicFaq } from '../clinic-faq.js';
import { markdown } from '../markdown.js';
import { later } from '../messages/parts.en.js';
import { questionOf } from '../remembered.js';
import { addReviewed } from '../reviewed.js';
import { onPage } from './answer-footer.lazy/contact-options.js';

/** So many at first, and then, so that a visitor can read and press while the rest of a long list is on its way. */
const first = 25;
const more = 100;

/**
 * Puts the entries of an FAQ file in place of what is inside the widget. What is no entry is left out. An answer that was open, or in which
 * the focus is, stays so.
 * @param wanted whether this file still is the source
 * @throws {Error} where the file holds no list
 */
export async function drawEntries(
  host: ClinicFaq,
  faq: unknown,
  words: Messages<Dictionary>,
  wanted: () => boolean,
): Promise<void> {
  if (!wanted()) return;
  const { entries } = (faq ?? {}) as Partial<Faq>;
  if (!Array.isArray(entries)) throw new Error('it must hold { "entries": [ … ] }');
  words.add(later);
  const usable = entries.filter(isEntry);
  const before = new Map<string, HTMLDetailsElement>();
  for (const details of host.answers)
    before.set(questionOf(details), details).set(details.id, details);
  const { activeElement: active } = host.getRootNode() as Document;
  let focused: HTMLDetailsElement | undefined;
  const draw = (from: number, count: number) =>
    usable.slice(from, from + count).map((entry) => {
      const details = drawEntry(entry, words);
      const old = before.get(entry.id || entry.question) ?? before.get(entry.question);
      if (old) host.setOpen(details, old.open);
      if (active && old?.contains(active)) focused = details;
      return details;
    });
  const focus = () => {
    focused?.querySelector('summary')!.focus({ preventScroll: true });
    focused = undefined;
  };
  let shown = draw(0, first);
  host.replaceChildren(...shown);
  focus();
  let next: HTMLDetailsElement[] = [];
  for (let from = first; from < usable.length; from += more) {
    await new Promise((resolve) => setTimeout(resolve));
    const last = shown.at(-1)!;
    // Somebody else may have taken the place meanwhile.
    if (!wanted() || last.parentNode !== host) return;
    next.push(...draw(from, more));
    // All that are there are laid out again for those that come, in WebKit one by one: they come seldom, and twice as many each time.
    if (2 * next.length < from + more && from + more < usable.length) continue;
    last.after(...next);
    shown = next;
    next = [];
    focus();
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
    const offer = () => (row.hidden = !onPage(open));
    offer();
    // The widget may have come meanwhile.
    details.addEventListener('toggle', offer);
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
