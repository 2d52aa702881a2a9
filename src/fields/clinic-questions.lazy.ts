/** The clinic's own questions, as its file words them. Loaded where a clinic file has questions. */
import { html } from 'lit/html.js';
import type { Clinic, Issue } from '../contract/index.js';
import {
  described,
  invalid,
  single,
  type Field,
  type FieldContext,
  type FormContext,
} from '../form/index.js';
import type { AnyMessages, Dictionary } from '../i18n/index.js';
import { choice, yesNo } from './choice.js';
import { choices } from './choices.js';
import { text } from './text.js';

type Question = NonNullable<Clinic['questions']>[number];
type QuestionAnswer = string | boolean | string[];

const nameOf = ({ id }: Question) => `answers.${id}`;

const options = ({ options }: Question) =>
  // The file is not checked before it is used.
  (Array.isArray(options) ? options : []).map(({ id, label }) => ({ value: id, label }));

const date: Field<string> = {
  read: ({ answers }, name) => answers.text(name),
  render: (field) =>
    single(
      field,
      html`<input
        part="control"
        id=${field.id}
        data-field=${field.name}
        type="date"
        ?required=${field.required}
        aria-invalid=${invalid(field, field.name)}
        aria-describedby=${described(field)}
        .value=${field.value()}
      />`,
    ),
};

/** The chosen service, or the only one there is. */
const serviceIn = ({ clinic, answers }: FormContext) =>
  clinic?.services?.length === 1 ? clinic.services[0].id : answers.text('service');

/**
 * All questions of a clinic file as one field, whose answers are those of the questions that are shown.
 * @param photo a question that asks for a photo: another room draws it
 */
export function clinicQuestions(photo: Field<string[]>): Field<Record<string, QuestionAnswer>> {
  /** How a question of each type is asked; a type that is not known is not asked. */
  const fieldFor = (question: Question): Field<QuestionAnswer> | undefined => {
    switch (question.type) {
      case 'text':
        return text();
      case 'date':
        return date;
      case 'yes-no':
        return yesNo();
      case 'file':
        return photo;
      case 'choice':
        return choice({ options: () => options(question) });
      case 'choices':
        return choices({ options: () => options(question) });
      default:
        return undefined;
    }
  };

  const answerTo = (question: Question, context: FormContext): QuestionAnswer | undefined =>
    fieldFor(question)?.read(context, nameOf(question));

  /**
   * Whether a question makes sense as things stand: for this service, and after that answer. The answer to a question that is not shown
   * itself does not count.
   * @param asking those on the way here, because a file may let two questions wait for each other
   */
  function isShown(question: Question, context: FormContext, asking: Question[] = []): boolean {
    const { services, showIf } = question;
    if (asking.includes(question) || !fieldFor(question)) return false;
    if (services && !services.includes(serviceIn(context) ?? '')) return false;
    if (!showIf) return true;
    const first = context.clinic?.questions?.find(({ id }) => id === showIf.question);
    if (!first || !isShown(first, context, [...asking, question])) return false;
    return [answerTo(first, context)].flat().some((given) => String(given) === String(showIf.is));
  }

  const shown = (context: FormContext) =>
    (context.clinic?.questions ?? []).filter((question) => isShown(question, context));

  /** Where one answer is possible there is nothing to ask, and where none is there is no question. */
  const asked = (context: FormContext) =>
    shown(context).filter((question) => fieldFor(question)?.asked?.(context) !== false);

  return {
    asked: (context) => asked(context).length > 0,
    read: (context) => {
      const given = shown(context).flatMap((question) => {
        const answer = answerTo(question, context);
        return answer === undefined ? [] : [[question.id, answer] as const];
      });
      return given.length > 0 ? Object.fromEntries(given) : undefined;
    },
    issues: (context): Issue[] =>
      asked(context)
        .filter((question) => question.required && answerTo(question, context) === undefined)
        .map(({ id }) => ({ path: ['data', 'answers', id], code: 'required' })),
    render: (field: FieldContext) =>
      asked(field).map((question) =>
        fieldFor(question)?.render?.(field.nested(nameOf(question), question.required === true)),
      ),
    onReset: () => photo.onReset?.(),
  };
}

/** The clinic's words by the keys under which a form looks for words. */
export const questionWords = (
  { questions = [] }: Clinic,
  { local, say }: Pick<AnyMessages, 'local' | 'say'>,
): Dictionary =>
  Object.fromEntries(
    questions.flatMap((question) => [
      [`${nameOf(question)}.label`, local(question.label)],
      [
        `${nameOf(question)}.hint`,
        [local(question.hint), question.type === 'file' ? say('photo.hint') : '']
          .filter((sentence) => sentence)
          .join(' '),
      ],
    ]),
  );
