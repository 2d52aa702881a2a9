import { select } from '../../fields/index.js';
import type { FieldContext } from '../../form/index.js';

/**
 * Languages for which patients in the United States request an interpreter, including American Sign
 * Language. BCP 47.
 */
const languages = [
  'ase', 'es', 'am', 'ar', 'fa', 'fr', 'ht', 'ko', 'pl', 'pt', 'ru', 'so', 'tl', 'uk', 'ur', 'vi', 'yue', 'zh',
]; // prettier-ignore

/**
 * The name of a language in the form's language and, for those who do not read that, in the
 * language itself.
 */
const languageName = (code: string, locale: string) => {
  const own = new Intl.DisplayNames([code, 'en'], { type: 'language' }).of(code) ?? code;
  const here = new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(code) ?? code;
  return own.toLowerCase() === here.toLowerCase() ? here : `${here} (${own})`;
};

/** The language of the interpreter. */
export const interpreter = select<string>({
  // Language names depend on the form's language, which is known when the field is drawn.
  options: (context) => {
    const { locale, find } = context as Partial<FieldContext>;
    return languages.map((value) => ({
      value,
      label: find?.(`interpreter.${value}`) ?? languageName(value, locale ?? 'en'),
    }));
  },
});
