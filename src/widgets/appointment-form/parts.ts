/** Fields that come later: who needs them is known only once somebody is in the form, or the clinic file is there. */
import type { Appointment, Clinic } from '../../contract/index.js';
import type { Field } from '../../form/index.js';
import type { Dictionary, LocalText } from '../../i18n/index.js';

let more: typeof import('./more.js') | undefined;
let questions: typeof import('../../fields/questions.js') | undefined;

/** What only some visitors are asked. Without it the form asks less, and still sends. */
export const fetchMore = async (): Promise<{ later: Dictionary }> => {
  more = await import('./more.js').catch(() => undefined);
  return { later: more?.later ?? {} };
};

/** The part with the fields that only some need, once it is there. */
export const theMore = () => more;

/** The clinic's own questions, where its file has any. */
export const fetchQuestions = async () => {
  questions = await import('../../fields/questions.js').catch(() => undefined);
};

/** The clinic's words for its questions, once they can be asked. */
export const questionWords = (
  clinic: Clinic,
  local: (text: LocalText | undefined) => string,
): Dictionary => questions?.wordsOf(clinic, local) ?? {};

/** A field of a part that may not be there yet: until then it is neither asked nor sent. */
const of = <Value>(
  part: () => Field<Value> | undefined,
  usual?: Field<Value>['usual'],
): Field<Value> => ({
  ...(usual !== undefined && { usual }),
  asked: (around) => !!part() && (part()!.asked?.(around) ?? true),
  needed: (around) => part()?.needed?.(around) ?? false,
  issues: (answers, name, around) => part()?.issues?.(answers, name, around) ?? [],
  read: (answers, name, around) => part()?.read(answers, name, around),
  render: (field) => part()?.render?.(field),
});

type Of<Key extends keyof Appointment> = NonNullable<Appointment[Key]>;

export const later = {
  guardian: of<Of<'guardian'>>(() => more?.fields.guardian),
  interpreter: of<string>(() => more?.fields.interpreter),
  access: of<Of<'access'>>(() => more?.fields.access),
  legalSex: of<Of<'legalSex'>>(() => more?.fields.legalSex, false),
  answers: of<Of<'answers'>>(() => questions?.questions),
};
