import type { Issue } from '../contract/index.js';
import type { Questions } from './asked-fields.js';

/** The answers as they travel. A question with one possible answer is not asked, but its answer goes along. */
export function sealedData(questions: Questions): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const name of questions.names) {
    const field = questions.field(name);
    const silent = !field?.render || field.asked?.(questions.around) === false;
    const given = silent || questions.asks(name) ? questions.answer(name) : undefined;
    const value = given ?? field?.implied?.(name, questions.around);
    if (value !== undefined) data[name] = value;
  }
  return data;
}

/** What the clinic insists on beyond the contract. */
export const insisted = (questions: Questions): Issue[] =>
  questions.names
    .filter((name) => questions.asks(name))
    .flatMap(
      (name) => questions.field(name)?.issues?.(questions.draft, name, questions.around) ?? [],
    );
