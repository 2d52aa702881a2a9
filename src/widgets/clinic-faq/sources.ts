/**
 * What may stand inside the tag beside `<details>`, and what editors make of it: a `dl`, headings with text under them, wrappers of a page
 * builder, and the stray `<br>` and `<p>` that WordPress puts between blocks.
 */

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

/**
 * WordPress closes an inline tag at the end of its line: the answers that were written inside stand behind it. A `<clinic-faq>` that holds
 * nothing takes those that follow it, or the paragraph in which it stands alone.
 */
function adopt(host: Element): void {
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
  const own = take(host);
  host.append(...(own.length || !alone ? own : take(around)));
}

/** Makes of everything that may be a question and its answer a `<details>` directly inside `host`; the nodes themselves stay. */
export function gather(host: HTMLElement): void {
  if (!host.firstElementChild && !host.textContent?.trim()) adopt(host);
  const others: Element[] = [];
  for (let child = host.firstElementChild; child; child = child.nextElementSibling)
    if (child.localName !== 'details') others.push(child);
  if (others.length === 0) return;

  if (!host.querySelector('details')) {
    const lists = host.querySelectorAll('dl');
    for (const list of lists) fromList(list);
    const heading = host.querySelector('h2, h3, h4, h5, h6');
    if (lists.length === 0 && heading?.nextElementSibling) fromHeadings(heading);
  }
  for (const other of others) {
    if (other.querySelector('details')) {
      other.replaceWith(...other.childNodes);
      return gather(host);
    }
    if (isBlank(other)) (other as HTMLElement).hidden = true;
  }
}
