import type { AnyMessages, Values } from './messages.js';

/**
 * The text for a count, which is also its `{count}`: that of `<key>.zero`, `one`, `two`, `few`, `many` or `other`, as the language counts
 * (`Intl.PluralRules`), else that of `<key>.other`.
 * @param former keys under which a clinic file may still have its own text
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
