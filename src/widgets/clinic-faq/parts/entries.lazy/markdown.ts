import { safeHref } from '../../../../element/index.js';

const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

/** Maximum nesting of emphasis and links; deeper ones stay text. */
const maxDepth = 4;

/** `[text](address)` at `lastIndex`. Both lengths, in characters, are limited, so that a hostile file can't make the search slow. */
const link = /\[([^[\]]{1,1000})\]\(([^()\s]{1,2000})\)/y;

/** Where emphasis ends: after a word, not after a space, and before other emphasis begins; -1 if it does not end. */
function findEnd(mark: string, text: string, from: number): number {
  const stars = /\*+/g;
  stars.lastIndex = from;
  for (let match; (match = stars.exec(text));) {
    const { index, 0: run } = match;
    if (mark === '*' ? run.length % 2 === 0 : run.length < 2) continue;
    if (/\S/.test(text[index - 1])) return index + run.length - mark.length;
    if (/\S/.test(text[index + run.length] ?? '')) break;
  }
  return -1;
}

/** Emphasis and links of one line of text. */
function parseInline(text: string, depth = 0): (Node | string)[] {
  if (depth > maxDepth) return [text];
  const nodes: (Node | string)[] = [];
  let start = 0;
  /** Adds the text up to `index`, then the node; goes on at `next`. */
  const add = (index: number, next: number, node?: Node) => {
    if (index > start) nodes.push(text.slice(start, index));
    if (node) nodes.push(node);
    start = next;
  };
  for (const { index } of text.matchAll(/\*+|\[/g)) {
    if (index < start) continue;
    if (text[index] === '[') {
      link.lastIndex = index;
      const [whole, label, address] = link.exec(text) ?? [];
      const href = safeHref(address);
      // `javascript:` and other unsafe addresses stay text.
      if (!whole || !href) continue;
      const anchor = createElement('a', ...parseInline(label, depth + 1));
      anchor.setAttribute('href', /^[/#?]/.test(address) ? address : href);
      add(index, index + whole.length, anchor);
      continue;
    }
    const mark = text[index + 1] === '*' ? '**' : '*';
    const inner = index + mark.length;
    // A star before a space is a footnote mark, or just a star.
    if (!/\S/.test(text[inner] ?? '')) continue;
    const end = findEnd(mark, text, inner + 1);
    if (end < 0) continue;
    const tag = mark === '*' ? 'em' : 'strong';
    const emphasis = createElement(tag, ...parseInline(text.slice(inner, end), depth + 1));
    add(index, end + mark.length, emphasis);
  }
  add(text.length, text.length);
  return nodes;
}

const createItem = (line: string): HTMLElement => {
  const item = createElement('li', ...parseInline(line.slice(2)));
  item.dir = 'auto';
  return item;
};

/** Lines with no empty line between them: paragraphs and lists. */
function parseBlock(lines: string[]): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let text: string[] = [];
  let list: HTMLElement | undefined;
  const endParagraph = () => {
    if (text.length) blocks.push(createElement('p', ...parseInline(text.join(' '))));
    text = [];
  };
  for (const line of lines) {
    if (line.startsWith('- ')) {
      endParagraph();
      if (!list) blocks.push((list = createElement('ul')));
      list.append(createItem(line));
    } else {
      list = undefined;
      text.push(line);
    }
  }
  endParagraph();
  for (const block of blocks) if (block.localName === 'p') block.dir = 'auto';
  return blocks;
}

/**
 * Renders a small subset of Markdown to nodes: paragraphs separated by an empty line, `-` lists,
 * `*`, `**` and links. It never uses HTML strings, so markup in an answer is shown as text, and
 * Trusted Types accept it.
 */
export const parseMarkdown = (source: string): Node[] =>
  source
    .split(/\n[^\S\n]*\n/)
    .filter((lines) => lines.trim() !== '')
    .flatMap((lines) =>
      parseBlock(
        lines
          .trim()
          .split('\n')
          .map((line) => line.trim()),
      ),
    );
