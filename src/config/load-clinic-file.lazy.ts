/**
 * Fetches the clinic file and makes it usable. Loaded when a page names one; comes with `clinic-widgets.js`.
 */
import type { Clinic, Payer } from '../contract/index.js';
import { lookup } from '../transport/index.js';

/** Fetches a clinic file and makes of it what widgets can work with. Its mistakes are named a little later, by a part of their own. */
export async function loadClinic(address: string): Promise<Clinic> {
  const json = await lookup<unknown>(address, { timeout: 8000 });
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error('it must contain a single JSON object');
  }
  // For the webmaster's console, after everything a visitor waits for. Safari has no idle callback.
  const idle = globalThis.requestIdleCallback ?? ((check: () => void) => setTimeout(check, 2000));
  idle(() => {
    void import('./validate-clinic-file.lazy.js')
      .then((part) => part.nameProblems(json, address))
      .catch(() => undefined);
  });
  return usable(json as Record<string, unknown>, address);
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
 * What a widget can work with: keys of the wrong shape are left out rather than trusted (the check names them), and
 * addresses are made absolute from the file's own.
 */
function usable(json: Record<string, unknown>, address: string): Clinic {
  const clinic: Record<string, unknown> = { ...json };
  const object = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const from = (value: unknown) => {
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
            object(item) &&
            (name === 'emergency'
              ? !!(item as { text?: unknown }).text
              : !!(item as { id?: unknown }).id),
        )
      : undefined;
  }
  for (const name of ['endpoints', 'documents', 'messages', 'synonyms'])
    if (!object(json[name])) clinic[name] = undefined;
  for (const name of ['slots', 'faq']) clinic[name] = from(json[name]);
  clinic['payers'] = Array.isArray(json['payers'])
    ? (json['payers'] as Payer[])
    : from(json['payers']);
  const each = (name: string, change: (value: unknown) => unknown) => {
    if (!object(clinic[name])) return;
    const entries = Object.entries(clinic[name] as object).map(
      ([key, value]) => [key, change(value)] as const,
    );
    clinic[name] = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
  each('endpoints', from);
  each('messages', (words) => (object(words) ? words : from(words)));
  each('documents', (value) => {
    if (!object(value)) return undefined;
    const { href } = value as { href?: unknown };
    const perLanguage = () =>
      Object.fromEntries(
        Object.entries(href as object).map(([language, address]) => [language, from(address)]),
      );
    return { ...(value as object), href: object(href) ? perLanguage() : from(href) };
  });
  const { languages } = json;
  clinic['languages'] = Array.isArray(languages)
    ? languages.filter((tag) => typeof tag === 'string')
    : undefined;
  if (typeof clinic['phone'] !== 'string') clinic['phone'] = undefined;
  return clinic;
}
