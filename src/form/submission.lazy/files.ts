import { filePart } from '../../contract/wire.js';
import type { FilePart } from '../../transport/index.js';
import type { Answers } from '../answers.js';

/**
 * The files to send with the data. Files attached to a question that is no longer asked are left
 * out. Each file is sent in a part named `cards`, and the data refers to it by file name.
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
