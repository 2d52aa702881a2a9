/** Reads the questions and answers of a JSON file. Loaded if `<clinic-faq>` has a `src`. */
import type { Faq, FaqAction, FaqEntry } from '../../../../contract/faq.js';
import type { FaqHost } from '../../faq-host.js';
import { isOnPage } from '../contact-options/contact-options.js';
import { questionOf } from '../remembered-answers.js';
import { addReviewLine } from '../review-line/review-line.js';
import { parseMarkdown } from './markdown.js';

/**
 * Number of entries in the first batch and in each that follows. The page stays responsive between
 * batches of a long list.
 */
const firstBatch = 25;
const nextBatch = 100;

/**
 * Replaces the content of the widget with the entries of an FAQ file, in batches. Invalid entries
 * are left out. An answer that was open or focused stays so.
 *
 * @param faq the file's JSON
 * @param isCurrent whether this file is still the source
 * @throws {Error} if the file has no list of entries
 */
export async function drawEntries(
  host: FaqHost,
  faq: unknown,
  isCurrent: () => boolean,
): Promise<void> {
  if (!isCurrent()) return;
  const { entries } = (faq ?? {}) as Partial<Faq>;
  if (!Array.isArray(entries)) throw new Error('it must hold { "entries": [ … ] }');
  const usable = entries.filter(isEntry);
  const previous = new Map<string, HTMLDetailsElement>();
  for (const details of host.answers)
    previous.set(questionOf(details), details).set(details.id, details);
  const { activeElement } = host.getRootNode() as Document;
  let focused: HTMLDetailsElement | undefined;
  const drawBatch = (from: number, count: number) =>
    usable.slice(from, from + count).map((entry) => {
      const details = createAnswer(host, entry);
      const old = previous.get(entry.id || entry.question) ?? previous.get(entry.question);
      if (old) host.setOpen(details, old.open);
      if (activeElement && old?.contains(activeElement)) focused = details;
      return details;
    });
  const restoreFocus = () => {
    focused?.querySelector('summary')!.focus({ preventScroll: true });
    focused = undefined;
  };
  let shown = drawBatch(0, firstBatch);
  host.replaceChildren(...shown);
  restoreFocus();
  let pending: HTMLDetailsElement[] = [];
  for (let from = firstBatch; from < usable.length; from += nextBatch) {
    await new Promise((resolve) => setTimeout(resolve));
    const last = shown.at(-1)!;
    // A script of the page may have replaced the content in the meantime.
    if (!isCurrent() || last.parentNode !== host) return;
    pending.push(...drawBatch(from, nextBatch));
    // Each insertion causes a layout of all rows (in WebKit, row by row), so batches double in
    // size.
    if (2 * pending.length < from + nextBatch && from + nextBatch < usable.length) continue;
    last.after(...pending);
    shown = pending;
    pending = [];
    restoreFocus();
  }
}

function createAnswer(host: FaqHost, entry: FaqEntry): HTMLDetailsElement {
  const { id, question, answer, actions, keywords, reviewedBy, reviewed } = entry;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  details.id = id;
  summary.dir = 'auto';
  summary.append(question);
  details.append(summary, ...parseMarkdown(answer));
  for (const action of listOf(actions).filter(isAction))
    details.append(createAction(details, action));
  const words = listOf(keywords).filter((word) => typeof word === 'string');
  if (words.length) details.dataset['keywords'] = words.join(', ');
  if (typeof reviewedBy === 'string') details.dataset['reviewedBy'] = reviewedBy;
  if (typeof reviewed === 'string') details.dataset['reviewed'] = reviewed;
  addReviewLine(host, details);
  return details;
}

/** A button that opens another widget, hidden while the page has no such widget. */
function createAction(details: Element, { text, open, service }: FaqAction): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['clinicOpen'] = open;
  if (service) button.dataset['service'] = service;
  button.append(text);
  const row = document.createElement('p');
  row.append(button);
  const showIfOnPage = () => (row.hidden = !isOnPage(open));
  showIfOnPage();
  // The widget may have been added to the page in the meantime.
  details.addEventListener('toggle', showIfOnPage);
  return row;
}

const listOf = <Item>(value: Item[] | undefined): Item[] => (Array.isArray(value) ? value : []);

const isAction = (action: FaqAction | null): action is FaqAction =>
  typeof action?.text === 'string' && typeof action.open === 'string';

/** A question without an answer or a button has nothing to open. */
const isEntry = (entry: FaqEntry | null): entry is FaqEntry =>
  typeof entry?.id === 'string' &&
  typeof entry.question === 'string' &&
  entry.question.trim() !== '' &&
  typeof entry.answer === 'string' &&
  (entry.answer.trim() !== '' || listOf(entry.actions).some(isAction));
