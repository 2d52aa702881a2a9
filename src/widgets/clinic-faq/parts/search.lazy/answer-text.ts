import { normalize } from './normalize.js';

/** Inside an answer, but not part of it: neither found nor highlighted. */
const excluded = '[data-clinic-reviewed], [data-clinic-open]';

/** The text nodes of an element that a search looks through. */
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
