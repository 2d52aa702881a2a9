/**
 * APIs that turn text into markup, style or code. Clinic texts, endpoint responses and visitors'
 * answers reach the templates; without these APIs such text can only be displayed. A lint rule
 * reports them in the editor, and a gate searches for the same list, because a comment can disable
 * a lint rule.
 */
export const sinks = [
  { pattern: /\bunsafe(HTML|SVG|MathML|Static)\b/, instead: 'build nodes with html``' },
  { pattern: /\b(inner|outer)HTML\b/, instead: 'build nodes with html`` or textContent' },
  { pattern: /\binsertAdjacentHTML\b/, instead: 'build nodes with html``' },
  { pattern: /\bsetHTMLUnsafe\b|\bparseHTMLUnsafe\b/, instead: 'build nodes with html``' },
  { pattern: /\bdocument\.write(ln)?\b/, instead: 'build nodes with html``' },
  { pattern: /\bDOMParser\b|\bcreateContextualFragment\b/, instead: 'build nodes with html``' },
  { pattern: /\bsrcdoc\b/, instead: 'a page of its own' },
  {
    pattern: /\bstyleMap\b|\bstyle=["']?\$\{/,
    instead: 'a class: style-src of a strict page refuses it',
  },
  {
    pattern: /<style\b/,
    instead: 'static styles with css``: style-src of a strict page refuses it',
  },
  { pattern: /\beval\s*\(|\bnew Function\b/, instead: 'a function' },
  {
    pattern: /\b(href|src|action|formaction)=["']?\$\{(?!(safeHref|telHref)\(|href\})/i,
    instead: 'safeHref(…), or a constant `href` made by it: an address may be javascript:',
  },
];

/** Removes comments, which may name these APIs. Lines and columns stay the same. */
const withoutComments = (code) =>
  code.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

/** @returns {{ line: number, found: string, instead: string }[]} */
export const findSinks = (code) =>
  withoutComments(code)
    .split('\n')
    .flatMap((text, index) =>
      sinks.flatMap(({ pattern, instead }) => {
        const found = text.match(pattern)?.[0];
        return found ? [{ line: index + 1, found, instead }] : [];
      }),
    );
