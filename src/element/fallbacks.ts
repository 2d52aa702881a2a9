import { fallbacks } from '../i18n/index.js';

/**
 * Marks English texts shown in place of another language with `lang` and `dir`, now and after later
 * updates. Otherwise a screen reader would use the other language's pronunciation, and a
 * right-to-left page would move the period to the front.
 */
export const markFallbacks = (root: ShadowRoot): void => {
  if (fallbacks.size > 0)
    void import('./fallbacks.lazy.js').then(
      (part) => part.markFallbacks(root),
      () => {},
    );
};
