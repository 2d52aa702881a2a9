/** Fetches the words of a language that the clinic file names by address. Loaded when a widget is shown in that language. */
import { lookup } from '../transport/index.js';

/** Fetches the words of a language. A clinic that adds none, or has them in its clinic file, does not carry this. */
export async function fetchWords(address: string): Promise<Record<string, string>> {
  const json = await lookup<unknown>(address);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error('it must contain a single JSON object');
  return json as Record<string, string>;
}
