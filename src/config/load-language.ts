import type { Clinic } from '../contract/index.js';
import { reportConfigError } from './report-config-error.js';

const loading = new Map<string, Promise<void>>();

/**
 * Puts the words of a language, which are in a file of their own, into the clinic file that names it. Fetched once per page, when somebody
 * first needs it; without it the language is not offered.
 */
export function loadLanguage(clinic: Clinic, language: string): Promise<void> {
  const address = clinic.messages![language] as string;
  const known = loading.get(address);
  if (known) return known;
  const loaded = import('./load-language.lazy.js')
    .then((part) => part.fetchWords(address))
    .then(
      (words) => void (clinic.messages![language] = words),
      (error: Error) => {
        delete clinic.messages![language];
        reportConfigError(`${address}: messages.${language} could not be used (${error.message})`);
      },
    );
  loading.set(address, loaded);
  return loaded;
}
