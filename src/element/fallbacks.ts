import { fallbackTexts, type AddedWords } from '../i18n/index.js';

const part = () => import('./fallbacks.lazy.js');

/**
 * Marks English that stands in for another language with `lang` and `dir`, in a root that was just drawn and in what is drawn there later: a
 * screen reader would read it with the other language's sounds, and a page that is written from right to left would put its full stop in
 * front.
 */
export const markFallbacks = (root: ShadowRoot): void => {
  if (fallbackTexts.size > 0)
    void part().then(
      ({ markFallbacks }) => markFallbacks(root),
      () => {},
    );
};

/** One console line for a language of the clinic file that lacks words of a widget. */
export const reportMissing = (language: string, tag: string, words: () => AddedWords): void =>
  void part().then(
    ({ reportMissing }) => reportMissing(language, tag, words),
    () => {},
  );
