import type { FilePart } from '../../transport/index.js';
import type { Answers } from '../answers.js';

/**
 * The files that go along with the data, and no others: what was attached to a question that is no longer asked stays here. Each travels
 * in a part `cards`, and the data names it by its file name.
 */
export function filesOf(
  answers: Pick<Answers, 'files'>,
  data: Record<string, unknown>,
): FilePart[] {
  const names = Object.entries(data).flatMap(([name, value]) => [
    name,
    ...Object.keys(Object(value) as object).map((inner) => `${name}.${inner}`),
  ]);
  return names
    .flatMap((name) => answers.files(name) ?? [])
    .filter(({ blob }) => blob instanceof Blob)
    .map(({ blob, filename }) => ({ part: 'cards', blob, filename }));
}

/** The slowest line that is waited for, in bytes per millisecond (80 kbit/s): a phone at the edge of its network. */
const slowestLine = 10;

/** Milliseconds that one attempt and all of them may take: files on a bad line take longer than words do. */
export function timeoutsFor(files: readonly FilePart[]): {
  attemptTimeout?: number;
  totalTimeout?: number;
} {
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  if (bytes === 0) return {};
  const attemptTimeout = Math.min(120_000, 20_000 + bytes / slowestLine);
  return { attemptTimeout, totalTimeout: Math.max(60_000, 2 * attemptTimeout) };
}
