/** The clinic's own questions from its clinic file. Loaded if the clinic file has questions. */
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
  // The clinic file is not validated.
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

/** The chosen service, or the only one. */
const serviceIn = ({ clinic, answers }: FormContext) =>
  clinic?.services?.length === 1 ? clinic.services[0].id : answers.text('service');

/**
 * All questions of a clinic file as one field. Its value has the answers to the questions shown.
 *
 * @param photo field for questions that ask for a photo
 */
export function clinicQuestions(photo: Field<string[]>): Field<Record<string, QuestionAnswer>> {
  /** The field for a question by its type; unknown types are not asked. */
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
   * Whether a question is shown, by its service and the answer it depends on. Answers to hidden
   * questions do not count.
   *
   * @param asking questions being checked, because a file may contain circular conditions
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

  /** A question is not asked with only one option, nor with none. */
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

/** The clinic's texts, by the message keys of a form. */
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
