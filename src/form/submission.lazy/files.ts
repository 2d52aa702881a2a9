import { filePart } from '../../contract/wire.js';
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
    .map(({ blob, filename }) => ({ part: filePart, blob, filename }));
}
