/**
 * Converts markup other than `<details>`: a `dl`, headings followed by text, wrappers of page
 * builders, and the stray `<br>` and `<p>` that WordPress inserts between blocks. Loaded if a tag
 * contains any of these.
 */
import type { FaqHost } from '../faq-host.js';

const isBlank = (node: Node): boolean =>
  node instanceof Element
    ? /^(br|p)$/.test(node.localName) &&
      !node.textContent?.trim() &&
      !node.querySelector('img, svg, video, iframe, input, button')
    : node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim();

/** A `<details>` for a question; the question's id moves to it, so that links open the answer. */
function createDetails(question: Element, ...content: Node[]): HTMLDetailsElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(...content);
  details.append(summary);
  details.id = question.id;
  question.removeAttribute('id');
  return details;
}

function convertList(list: Element): void {
  const answers: HTMLDetailsElement[] = [];
  for (const item of list.querySelectorAll('dt, dd')) {
    // It belongs to a list inside an answer.
    if (item.closest('dl') !== list) continue;
    const last = answers.at(-1);
    if (item.localName === 'dt' && (!last || last.children.length > 1)) {
      answers.push(createDetails(item, ...item.childNodes));
    } else if (item.localName === 'dt') {
      // Two terms with one description are one question in two wordings.
      last!.firstElementChild!.append(' ', ...item.childNodes);
    } else if (last) {
      const block = document.createElement('div');
      block.append(...item.childNodes);
      last.append(block);
    }
  }
  list.replaceWith(...answers);
}

/**
 * Converts a heading and what follows, up to one of a higher level. The headings of its level are
 * the questions.
 */
function convertHeadings(first: Element): void {
  let details: HTMLDetailsElement | undefined;
  for (let node: Node | null = first, next; node; node = next) {
    next = node.nextSibling;
    const level = /^h[1-6]$/.exec((node as Element).localName)?.[0];
    if (level && level < first.localName) break;
    if (level === first.localName) {
      const heading = node as Element;
      details = createDetails(heading);
      heading.before(details);
      details.firstElementChild!.append(heading);
    } else if (!isBlank(node)) details!.append(node);
  }
}

/** Whether a heading is followed by text before the next one. */
const hasText = (heading: Element): boolean => {
  let next = heading.nextSibling;
  while (next && isBlank(next)) next = next.nextSibling;
  return !!next && !/^h[1-6]$/.test((next as Element).localName);
};

/** The headings that are questions: those of the first level that is not a title for the levels below. */
function findQuestions(host: Element): Element[] {
  const headings = [...host.querySelectorAll('h2, h3, h4, h5, h6')].filter(
    (heading) => !heading.closest('details, dl'),
  );
  for (const { localName } of headings) {
    const ofLevel = headings.filter((heading) => heading.localName === localName);
    const below = headings.filter((heading) => heading.localName > localName);
    if (ofLevel.length > 1 || below.length < 2) {
      const questions = ofLevel.filter(hasText);
      if (questions.length) return questions;
    }
  }
  return [];
}

/**
 * Each widget checks what follows it once: after one that is emptied later, it is not its content.
 */
const checked = new WeakSet<Element>();

/**
 * WordPress closes an inline tag at the end of its line, so that answers written inside end up
 * after it. An empty `<clinic-faq>` without another source takes the answers that follow it; if it
 * is alone in a paragraph, it takes those after the paragraph in any case.
 */
function takeFollowingAnswers(host: FaqHost): void {
  if (checked.has(host) || host.clinicPending) return;
  checked.add(host);
  const { parentElement: parent } = host;
  const alone =
    parent?.localName === 'p' &&
    [...parent.childNodes].every((node) => node === host || isBlank(node));
  const answersAfter = (from: Node): Node[] => {
    const answers: Node[] = [];
    for (let node = from.nextSibling; node; node = node.nextSibling) {
      if ((node as Element).localName === 'details') answers.push(node);
      else if (!isBlank(node)) break;
    }
    return answers;
  };
  if (alone) host.append(...answersAfter(parent));
  else if (!host.settings.src) host.append(...answersAfter(host));
}

/**
 * Converts all questions and answers to `<details>` children of `host`. Text nodes are moved, not
 * copied.
 */
export function convertToDetails(host: FaqHost): void {
  if ([...host.childNodes].every(isBlank)) takeFollowingAnswers(host);
  const others = [...host.children].filter(({ localName }) => localName !== 'details');
  if (others.length === 0) return;

  // Those inside an answer do not count.
  const detailsCount = host.querySelectorAll('details:not(dd details, details details)').length;
  const lists = host.querySelectorAll('dl:not(dl dl, details dl)');
  const questions = findQuestions(host);
  if (detailsCount === 0 && lists.length) for (const list of lists) convertList(list);
  else if (questions.length > detailsCount)
    for (const question of questions) if (!question.closest('details')) convertHeadings(question);
  for (const other of others) {
    if (other.localName !== 'dl' && other.querySelector('details')) {
      other.replaceWith(...other.childNodes);
      return convertToDetails(host);
    }
    if (isBlank(other)) (other as HTMLElement).hidden = true;
  }
}
