/**
 * Fetches the messages of a language from the URL in the clinic file. Loaded when a widget is shown
 * in that language.
 */
import type { Clinic } from '../contract/index.js';
import { lookup } from '../transport/index.js';
import { reportConfigError } from './report-config-error.js';

type Words = NonNullable<Clinic['messages']>;

const loading = new Map<string, Promise<void>>();

/**
 * Replaces the URL of a language in the clinic file with its messages. Fetched once per page, when
 * first needed; if that fails, the language is not offered.
 */
export function loadLanguage(messages: Words, language: string): Promise<void> {
  const address = messages[language] as string;
  let loaded = loading.get(address);
  if (!loaded) loading.set(address, (loaded = load(messages, language, address)));
  return loaded;
}

async function load(messages: Words, language: string, address: string): Promise<void> {
  try {
    const json = await lookup<unknown>(address);
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      throw new Error('it must contain a single JSON object');
    messages[language] = json as Record<string, string>;
  } catch (error) {
    delete messages[language];
    reportConfigError(
      `${address}: messages.${language} could not be used (${(error as Error).message})`,
    );
  }
}
