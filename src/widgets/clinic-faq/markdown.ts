import { safeHref } from '../../element/index.js';

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** How deep marks may stand inside one another; what is deeper is text. */
const deepest = 4;

/** `[text](address)`, where it stands. Neither part may be so long that looking for its end takes a hostile file anywhere. */
const linkAt = /\[([^[\]]{1,1000})\]\(([^()\s]{1,2000})\)/y;

/** Where a mark is closed: behind a word, not behind a blank, and before another begins. */
function endOf(mark: string, text: string, from: number): number {
  const stars = /\*+/g;
  stars.lastIndex = from;
  for (let run; (run = stars.exec(text));) {
    const { index, 0: found } = run;
    if (mark === '*' ? found.length % 2 === 0 : found.length < 2) continue;
    if (/\S/.test(text[index - 1])) return index + found.length - mark.length;
    if (/\S/.test(text[index + found.length] ?? '')) break;
  }
  return -1;
}

function inline(text: string, depth = 0): (Node | string)[] {
  if (depth > deepest) return [text];
  const made: (Node | string)[] = [];
  let start = 0;
  const put = (upTo: number, next: number, node?: Node) => {
    if (upTo > start) made.push(text.slice(start, upTo));
    if (node) made.push(node);
    start = next;
  };
  for (const { index } of text.matchAll(/\*+|\[/g)) {
    if (index < start) continue;
    if (text[index] === '[') {
      linkAt.lastIndex = index;
      const [whole, words, address] = linkAt.exec(text) ?? [];
      const href = safeHref(address);
      // `javascript:` and friends stay the text they are.
      if (!whole || !href) continue;
      const link = element('a', ...inline(words, depth + 1));
      link.setAttribute('href', /^[/#?]/.test(address) ? address : href);
      put(index, index + whole.length, link);
      continue;
    }
    const mark = text[index + 1] === '*' ? '**' : '*';
    const inner = index + mark.length;
    // A star before a blank is a footnote's, or a star.
    if (!/\S/.test(text[inner] ?? '')) continue;
    const end = endOf(mark, text, inner + 1);
    if (end < 0) continue;
    const tag = mark === '*' ? 'em' : 'strong';
    put(index, end + mark.length, element(tag, ...inline(text.slice(inner, end), depth + 1)));
  }
  put(text.length, text.length);
  return made;
}

const item = (line: string): HTMLElement => {
  const made = element('li', ...inline(line.slice(2)));
  made.dir = 'auto';
  return made;
};

/** Lines without an empty one between: text, and lists in it. */
function block(lines: string[]): HTMLElement[] {
  const made: HTMLElement[] = [];
  let text: string[] = [];
  let list: HTMLElement | undefined;
  const close = () => {
    if (text.length) made.push(element('p', ...inline(text.join(' '))));
    text = [];
  };
  for (const line of lines) {
    if (line.startsWith('- ')) {
      close();
      if (!list) made.push((list = element('ul')));
      list.append(item(line));
    } else {
      list = undefined;
      text.push(line);
    }
  }
  close();
  for (const paragraph of made) if (paragraph.localName === 'p') paragraph.dir = 'auto';
  return made;
}

/**
 * Small Markdown as nodes: paragraphs apart by an empty line, `-` lists, emphasis and links. Never an HTML string, so that markup in
 * an answer is text and a page under Trusted Types takes it.
 */
export const markdown = (source: string): Node[] =>
  source
    .split(/\n[^\S\n]*\n/)
    .filter((lines) => lines.trim() !== '')
    .flatMap((lines) =>
      block(
        lines
          .trim()
          .split('\n')
          .map((line) => line.trim()),
      ),
    );
