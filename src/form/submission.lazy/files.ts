import type { FilePart } from '../../transport/index.js';
import type { Attached } from '../define-form.js';

/** What a draft knows of files: those put under the name of a field. */
interface Files {
  list<Item extends Attached>(name: string): Item[] | undefined;
}

/**
 * The files of the answers that go along, and of no others: what was attached to a question that is no longer asked stays here.
 * Each travels in a part `cards`, and the answers name it by its file name.
 */
export function filesOf(draft: Files, data: Record<string, unknown>): FilePart[] {
  const names = Object.entries(data).flatMap(([name, value]) => [
    name,
    ...Object.keys(Object(value) as object).map((inner) => `${name}.${inner}`),
  ]);
  return names
    .flatMap((name) => draft.list(name) ?? [])
    .filter(({ blob }) => blob instanceof Blob)
    .map(({ blob, filename }) => ({ part: 'cards', blob, filename }));
}

/** The slowest line that is waited for, in bytes per millisecond (80 kbit/s): a phone at the edge of its network. */
const slowest = 10;

/** Milliseconds that one attempt and all of them may take: files on a bad line take longer than words do. */
export function patience(files: readonly FilePart[]): {
  attemptTimeout?: number;
  totalTimeout?: number;
} {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (bytes === 0) return {};
  const attemptTimeout = Math.min(120_000, 20_000 + bytes / slowest);
  return { attemptTimeout, totalTimeout: Math.max(60_000, 2 * attemptTimeout) };
}
