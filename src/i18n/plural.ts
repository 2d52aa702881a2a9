import type { AnyMessages, Values } from './messages.js';

/**
 * The text for a count: `<key>.zero`, `one`, `two`, `few`, `many` or `other` by the plural rules of
 * the language (`Intl.PluralRules`), with `<key>.other` as fallback. `{count}` is replaced by the
 * count.
 *
 * @param former earlier keys that a clinic file may still use
 */
export const plural = (
  words: Pick<AnyMessages, 'look' | 'textIn'>,
  key: string,
  count: number,
  values: Values = {},
  former: Readonly<Record<string, string>> = {},
): string =>
  words.look(
    (language) => {
      const usual = new Intl.PluralRules(language).select(count);
      const forms = [count === 0 ? 'zero' : usual, usual, 'other'];
      return forms
        .map(
          (form) =>
            (former[form] && words.textIn(language, former[form])) ??
            words.textIn(language, `${key}.${form}`),
        )
        .find((text) => text !== undefined);
    },
    { count, ...values },
  ) ?? key;
