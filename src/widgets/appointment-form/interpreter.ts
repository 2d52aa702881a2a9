import { select } from '../../fields/index.js';
import type { FieldContext } from '../../form/index.js';

/** Languages of patients in the United States who ask for an interpreter, American Sign Language among them. BCP 47. */
const languages = [
  'ase', 'es', 'am', 'ar', 'fa', 'fr', 'ht', 'ko', 'pl', 'pt', 'ru', 'so', 'tl', 'uk', 'ur', 'vi', 'yue', 'zh',
]; // prettier-ignore

/** A language as the form's language calls it and, for those who do not read that one, as it calls itself. */
const languageName = (code: string, locale: string) => {
  const own = new Intl.DisplayNames([code, 'en'], { type: 'language' }).of(code) ?? code;
  const here = new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(code) ?? code;
  return own.toLowerCase() === here.toLowerCase() ? here : `${here} (${own})`;
};

/** The language of an interpreter. */
export const interpreter = select<string>({
  // A language has the name that the form's own language gives it, which is known where the field is drawn.
  options: (context) => {
    const { locale, find } = context as Partial<FieldContext>;
    return languages.map((value) => ({
      value,
      label: find?.(`interpreter.${value}`) ?? languageName(value, locale ?? 'en'),
    }));
  },
});
