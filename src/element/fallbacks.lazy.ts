/** What is done about words that a language of the clinic file lacks. Loaded where a clinic file adds a language. */
import { reportConfigError } from '../config/index.js';
import { fallbackTexts, type AddedWords } from '../i18n/index.js';

const watched = new WeakSet<ShadowRoot>();
const marked = new WeakSet<Element>();

/** An attribute that visitors hear or see, on an element without any text; a text box is written in by others. */
const spoken = (element: Element) =>
  element.children.length > 0 || element.matches('input, select, textarea')
    ? null
    : element.getAttribute('aria-label');

function mark(root: ShadowRoot) {
  for (const element of root.querySelectorAll('*')) {
    const own = [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => node.data.trim())
      .filter((text) => text !== '');
    const label = own.length > 0 ? null : spoken(element);
    const isEnglish = (label === null ? own : [label]).some((text) =>
      fallbackTexts.has(text.trim()),
    );
    if (isEnglish === marked.has(element) || (isEnglish && element.hasAttribute('lang'))) continue;
    if (isEnglish) {
      marked.add(element);
      element.setAttribute('lang', 'en');
      element.setAttribute('dir', 'ltr');
    } else {
      marked.delete(element);
      element.removeAttribute('lang');
      element.removeAttribute('dir');
    }
  }
}

/** Marks what is in English now, and what will be. */
export function markFallbacks(root: ShadowRoot): void {
  mark(root);
  if (watched.has(root)) return;
  watched.add(root);
  new MutationObserver(() => mark(root)).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** Milliseconds: the widgets of a page show their words one after the other, and are counted together. */
const wait = 1000;

const waiting = new Map<string, (() => string[])[]>();

/** The keys of a widget that have no words. A language without a singular needs no `<key>.one`. */
const missingKeys = (tag: string, { prefix, english, has }: AddedWords): string[] =>
  Object.keys(english)
    .filter((key) => english[key] !== '' && !has(key) && !has(key.replace(/\.one$/, '.other')))
    .map((key) => `${tag}.${prefix}${key}`);

/** One console line per language and page: how many words are missing of what the page shows first, and where to find them all. */
export function reportMissing(language: string, tag: string, words: () => AddedWords): void {
  const lists = waiting.get(language) ?? [];
  lists.push(() => missingKeys(tag, words()));
  if (waiting.has(language)) return;
  waiting.set(language, lists);
  setTimeout(() => {
    const keys = [...new Set(lists.flatMap((list) => list()))];
    if (keys.length === 0) return;
    const some = `${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
    reportConfigError(
      `messages.${language} lacks ${keys.length} texts of this page, so they are shown in English: ${some}. messages.en.json, beside the script, lists all texts`,
    );
  }, wait);
}
