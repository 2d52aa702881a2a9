import { safeHref } from '../../config/index.js';

/** `**strong**`, `*emphasis*`, `[text](address)`, in that order of precedence. */
const marks = /\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)\s]+)\)/;

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

function inline(text: string): (Node | string)[] {
  const found = marks.exec(text);
  if (!found) return text === '' ? [] : [text];
  const [whole, strong, emphasis, words, address] = found;
  return [
    text.slice(0, found.index),
    marked(strong, emphasis, words, address) ?? whole,
    ...inline(text.slice(found.index + whole.length)),
  ];
}

function marked(
  strong?: string,
  emphasis?: string,
  words?: string,
  address?: string,
): Node | undefined {
  if (strong !== undefined) return element('strong', ...inline(strong));
  if (emphasis !== undefined) return element('em', ...inline(emphasis));
  const href = safeHref(address);
  // `javascript:` and friends stay the text they are.
  if (href === undefined || words === undefined) return undefined;
  const link = element('a', ...inline(words));
  link.setAttribute('href', /^[/#?]/.test(address!) ? address! : href);
  return link;
}

/**
 * Small Markdown as nodes: paragraphs apart by an empty line, `-` lists, emphasis and links. Never an HTML string, so that markup in
 * an answer is text and a page under Trusted Types takes it.
 */
export function markdown(source: string): Node[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split('\n').map((line) => line.trim());
      if (lines.every((line) => line.startsWith('- '))) {
        return element('ul', ...lines.map((line) => element('li', ...inline(line.slice(2)))));
      }
      return element('p', ...inline(lines.join(' ')));
    });
}
