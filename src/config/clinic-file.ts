import type { Clinic, Payer } from '../contract/index.js';
import { lookup } from '../transport/index.js';
import { complain } from './complain.js';

/** A clinic file on its way, there, or given up. */
export interface ClinicFile {
  state: 'pending' | 'ready' | 'failed';
  clinic?: Clinic;
  /** Settles, never rejects, when the file is there or given up. */
  settled: Promise<void>;
}

const files = new Map<string, ClinicFile>();

/** The clinic file at an absolute address, fetched once per page. It is given up after 8 s. */
export function clinicFile(address: string): ClinicFile {
  const known = files.get(address);
  if (known) return known;
  const file: ClinicFile = { state: 'pending', settled: Promise.resolve() };
  files.set(address, file);
  file.settled = lookup<unknown>(address, { timeout: 8000 })
    .then((json) => {
      if (typeof json !== 'object' || json === null || Array.isArray(json))
        throw new Error('it must hold one JSON object');
      file.clinic = usable(json as Record<string, unknown>, address);
      file.state = 'ready';
      void import('./clinic-check.js')
        .then((part) => part.nameProblems(json, address))
        .catch(() => undefined);
    })
    .catch((error: Error) => {
      file.state = 'failed';
      complain(
        `${address}: the clinic file cannot be used (${error.message}). Widgets with an endpoint go on without it`,
      );
    });
  return file;
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
  each('documents', (value) =>
    object(value)
      ? { ...(value as object), href: from((value as { href?: unknown }).href) }
      : undefined,
  );
  if (typeof clinic['phone'] !== 'string') clinic['phone'] = undefined;
  return clinic as Clinic;
}
