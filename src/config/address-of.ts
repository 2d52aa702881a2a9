import { reportConfigError } from './report-config-error.js';

/**
 * An address as the webmaster has written it, made absolute. What is none counts as not set, with one console line.
 * @param where how the console should call the place: `data-config`
 */
export function addressOf(written: string | null | undefined, where: string): string | undefined {
  if (!written) return undefined;
  if (URL.canParse(written, location.href)) return new URL(written, location.href).href;
  return void reportConfigError(`${where}="${written}" is not a valid URL`);
}
