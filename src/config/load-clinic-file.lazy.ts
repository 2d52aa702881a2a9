/**
 * Fetches the clinic file and drops invalid values. Loaded when a page names a clinic file; part of
 * `clinic-widgets.js`.
 */
import type { Clinic, Payer } from '../contract/index.js';
import { lookup } from '../transport/index.js';

/**
 * Fetches a clinic file and drops what widgets can't use. Mistakes are reported to the console
 * later, when the browser is idle.
 *
 * @throws {Error} if it could not be fetched or isn't a JSON object
 */
export async function loadClinic(address: string): Promise<Clinic> {
  const json = await lookup<unknown>(address, { timeout: 8000 });
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error('it must contain a single JSON object');
  }
  // The report is for the webmaster and must not delay visitors. Safari has no
  // `requestIdleCallback`, and a busy page may never be idle: 2 s at most.
  const idle = globalThis.requestIdleCallback ?? ((check: () => void) => setTimeout(check, 2000));
  idle(
    () => {
      void import('./validate-clinic-file.lazy.js')
        .then((part) => part.reportProblems(json, address))
        .catch(() => undefined);
    },
    { timeout: 2000 },
  );
  return dropUnusable(json as Record<string, unknown>, address);
}

const lists = [
  'emergency',
  'services',
  'locations',
  'clinicians',
  'consents',
  'questions',
  'topics',
] as const;

/**
 * Drops keys whose value has the wrong shape, so that a mistake in the file can't break a widget, and makes URLs absolute against the
 * file's own URL.
 */
function dropUnusable(json: Record<string, unknown>, address: string): Clinic {
  const clinic: Record<string, unknown> = { ...json };
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const absolute = (value: unknown) => {
    try {
      return typeof value === 'string' ? new URL(value, address).href : undefined;
    } catch {
      return undefined;
    }
  };
  for (const name of lists) {
    clinic[name] = Array.isArray(json[name])
      ? json[name].filter(
          (item) =>
            isObject(item) &&
            (name === 'emergency'
              ? !!(item as { text?: unknown }).text
              : !!(item as { id?: unknown }).id),
        )
      : undefined;
  }
  for (const name of ['endpoints', 'documents', 'messages', 'synonyms'])
    if (!isObject(json[name])) clinic[name] = undefined;
  for (const name of ['slots', 'faq']) clinic[name] = absolute(json[name]);
  clinic['payers'] = Array.isArray(json['payers'])
    ? (json['payers'] as Payer[])
    : absolute(json['payers']);
  const mapEntries = (name: string, change: (value: unknown) => unknown) => {
    if (!isObject(clinic[name])) return;
    const entries = Object.entries(clinic[name] as object).map(
      ([key, value]) => [key, change(value)] as const,
    );
    clinic[name] = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
  mapEntries('endpoints', absolute);
  mapEntries('messages', (words) => (isObject(words) ? words : absolute(words)));
  mapEntries('documents', (value) => {
    if (!isObject(value)) return undefined;
    const { href } = value as { href?: unknown };
    const perLanguage = () =>
      Object.fromEntries(
        Object.entries(href as object).map(([language, address]) => [language, absolute(address)]),
      );
    return { ...(value as object), href: isObject(href) ? perLanguage() : absolute(href) };
  });
  const { languages } = json;
  clinic['languages'] = Array.isArray(languages)
    ? languages.filter((tag) => typeof tag === 'string')
    : undefined;
  if (typeof clinic['phone'] !== 'string') clinic['phone'] = undefined;
  return clinic;
}
