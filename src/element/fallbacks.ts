import { fallbacks } from '../i18n/index.js';

/**
 * Marks English that stands in for another language with `lang` and `dir`, in a root that was just drawn and in what is drawn there later: a
 * screen reader would read it with the other language's sounds, and a page that is written from right to left would put its full stop in
 * front.
 */
export const markFallbacks = (root: ShadowRoot): void => {
  if (fallbacks.size > 0)
    void import('./fallbacks.lazy.js').then(
      (part) => part.markFallbacks(root),
      () => {},
    );
};
