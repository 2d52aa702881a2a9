/**
 * What may stand inside the tag beside `<details>`, and what editors make of it: a `dl`, headings with text under them, wrappers of a page
 * builder, and the stray `<br>` and `<p>` that WordPress puts between blocks.
 */

import type { ClinicFaq } from '../clinic-faq.js';

const isBlank = (node: Node): boolean =>
  node instanceof Element
    ? /^(br|p)$/.test(node.localName) &&
      !node.textContent?.trim() &&
      !node.querySelector('img, svg, video, iframe, input, button')
    : node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim();

/** A question and its answer as `<details>`; an id of the question's own is that of the whole. */
function answer(question: Element, ...inside: Node[]): HTMLDetailsElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(...inside);
  details.append(summary);
  details.id = question.id;
  question.removeAttribute('id');
  return details;
}

function fromList(list: Element): void {
  const found: HTMLDetailsElement[] = [];
  for (const item of list.querySelectorAll('dt, dd')) {
    // One of a list inside an answer.
    if (item.closest('dl') !== list) continue;
    const last = found.at(-1);
    if (item.localName === 'dt' && (!last || last.children.length > 1)) {
      found.push(answer(item, ...item.childNodes));
    } else if (item.localName === 'dt') {
      // Two terms for one description are one question in two wordings.
      last!.firstElementChild!.append(' ', ...item.childNodes);
    } else if (last) {
      const block = document.createElement('div');
      block.append(...item.childNodes);
      last.append(block);
    }
  }
  list.replaceWith(...found);
}

function fromHeadings(first: Element): void {
  let details: HTMLDetailsElement | undefined;
  for (let node: Node | null = first, next; node; node = next) {
    next = node.nextSibling;
    const level = /^h[1-6]$/.exec((node as Element).localName)?.[0];
    if (level && level < first.localName) break;
    if (level === first.localName) {
      const heading = node as Element;
      details = answer(heading);
      heading.before(details);
      details.firstElementChild!.append(heading);
    } else if (!isBlank(node)) details!.append(node);
  }
}

/** Whether something is said after a heading, before the next one. */
const answered = (heading: Element): boolean => {
  let next = heading.nextSibling;
  while (next && isBlank(next)) next = next.nextSibling;
  return !!next && !/^h[1-6]$/.test((next as Element).localName);
};

/** The headings that are questions: of the first level that is no title over the others. */
function questionsOf(host: Element): Element[] {
  const headings = [...host.querySelectorAll('h2, h3, h4, h5, h6')].filter(
    (heading) => !heading.closest('details, dl'),
  );
  for (const { localName } of headings) {
    const ofLevel = headings.filter((heading) => heading.localName === localName);
    const below = headings.filter((heading) => heading.localName > localName);
    if (ofLevel.length > 1 || below.length < 2) {
      const questions = ofLevel.filter(answered);
      if (questions.length) return questions;
    }
  }
  return [];
}

/** Hosts that have been looked after once: what follows one that is empty later is not its own. */
const looked = new WeakSet<Element>();

/**
 * WordPress closes an inline tag at the end of its line: the answers that were written inside stand behind it. A `<clinic-faq>` that holds
 * nothing, and has no other source, takes those that follow it; one that stands alone in a paragraph takes those behind that in any case.
 */
function adopt(host: ClinicFaq): void {
  if (looked.has(host) || host.clinicPending) return;
  looked.add(host);
  const { parentElement: around } = host;
  const alone =
    around?.localName === 'p' &&
    [...around.childNodes].every((node) => node === host || isBlank(node));
  const take = (from: Node): Node[] => {
    const run: Node[] = [];
    for (let node = from.nextSibling; node; node = node.nextSibling) {
      if ((node as Element).localName === 'details') run.push(node);
      else if (!isBlank(node)) break;
    }
    return run;
  };
  if (alone) host.append(...take(around));
  else if (!host.settings.src) host.append(...take(host));
}

/** Makes of everything that may be a question and its answer a `<details>` directly inside `host`; the nodes themselves stay. */
export function gather(host: ClinicFaq): void {
  if ([...host.childNodes].every(isBlank)) adopt(host);
  const others = [...host.children].filter(({ localName }) => localName !== 'details');
  if (others.length === 0) return;

  // Those inside an answer do not count.
  const found = host.querySelectorAll('details:not(dd details, details details)').length;
  const lists = host.querySelectorAll('dl:not(dl dl, details dl)');
  const questions = questionsOf(host);
  if (found === 0 && lists.length) for (const list of lists) fromList(list);
  else if (questions.length > found)
    for (const question of questions) if (!question.closest('details')) fromHeadings(question);
  for (const other of others) {
    if (other.localName !== 'dl' && other.querySelector('details')) {
      other.replaceWith(...other.childNodes);
      return gather(host);
    }
    if (isBlank(other)) (other as HTMLElement).hidden = true;
  }
}
