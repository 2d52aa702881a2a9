/**
 * Marks English texts shown in place of another language and reports the missing messages. Loaded
 * when English is shown in its place.
 */
import { reportConfigError } from '../config/index.js';
import { fallbacks, type AnyMessages } from '../i18n/index.js';

const watched = new WeakSet<ShadowRoot>();
const marked = new WeakSet<Element>();

/**
 * Attributes that are shown or announced, on an element without text. The value of a text box is
 * the visitor's own.
 */
const spoken = (element: Element) =>
  element.children.length > 0 || element.matches('input, select, textarea')
    ? null
    : element.getAttribute('aria-label');

/** Some sentences are split around a link. */
const shownTexts = () =>
  new Set([...fallbacks.keys()].flatMap((text) => text.split('\0').map((part) => part.trim())));

function mark(root: ShadowRoot) {
  const texts = shownTexts();
  for (const element of root.querySelectorAll('*')) {
    const own = [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => node.data.trim())
      .filter((text) => text !== '');
    const label = own.length > 0 ? null : spoken(element);
    const isEnglish = (label === null ? own : [label]).some((text) => texts.has(text.trim()));
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

/** Marks the English texts shown now and those drawn later. */
export function markFallbacks(root: ShadowRoot): void {
  reportSoon();
  mark(root);
  if (watched.has(root)) return;
  watched.add(root);
  new MutationObserver(() => mark(root)).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** Debounce in ms: the widgets of a page render one after the other and are reported together. */
const wait = 1000;

const reported = new Set<string>();

/**
 * The message keys missing in a widget's language. A language without a singular form needs no
 * `<key>.one`.
 */
const missingIn = (words: AnyMessages): string[] => {
  const { host, prefix, english, locale } = words;
  const has = (key: string) => words.textIn(locale, key) !== undefined;
  return Object.keys(english)
    .filter((key) => english[key] !== '' && !has(key) && !has(key.replace(/\.one$/, '.other')))
    .map((key) => `${host.localName.replace(/^clinic-(?!faq$)/, '')}.${prefix}${key}`);
};

/**
 * Logs one console line per language and page: the number of missing messages so far, and where to
 * find them all.
 */
function reportSoon() {
  for (const { locale } of fallbacks.values()) {
    if (locale === 'en' || reported.has(locale)) continue;
    reported.add(locale);
    setTimeout(() => {
      const lacking = [...new Set(fallbacks.values())].filter((words) => words.locale === locale);
      const keys = [...new Set(lacking.flatMap(missingIn))];
      if (keys.length === 0) return;
      const some = `${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
      reportConfigError(
        `messages.${locale} lacks ${keys.length} texts of this page, so they are shown in English: ${some}. messages.en.json, beside the script, lists all texts`,
      );
    }, wait);
  }
}
