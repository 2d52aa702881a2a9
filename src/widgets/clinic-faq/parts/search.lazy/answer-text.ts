import { normalize } from './normalize.js';

/** Selector of elements in an answer that are neither searched nor highlighted. */
const excluded = '[data-clinic-reviewed], [data-clinic-open]';

/** The searchable text nodes of an element. */
export function textNodesIn(element: Element): Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement!.closest(excluded)) nodes.push(node);
  }
  return nodes;
}

/** The normalized text of a question, its answer and its keywords (`data-keywords`). */
export function searchTextOf(details: HTMLDetailsElement): string {
  const text = details.querySelector(excluded)
    ? textNodesIn(details)
        .map(({ data }) => data)
        .join(' ')
    : details.textContent;
  return normalize(`${text} ${details.dataset['keywords'] ?? ''}`);
}
