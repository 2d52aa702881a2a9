/** The clinic's own questions, as its file words them. A part of its own: fetched where a clinic file has questions. */
import { html, nothing } from 'lit/html.js';
import type { Clinic, Issue } from '../contract/index.js';
import type { Answers, Attached, Field, FieldState, Surroundings } from '../form/index.js';
import type { Dictionary, LocalText } from '../i18n/index.js';
import type { PhotoHost } from '../photos/prepare.lazy/answer-photo.js';
import { choice, yesNo } from './choice.js';
import { choices } from './choices.js';
import { described, refused, single } from './field-frame.js';
import { text } from './text.js';

type Question = NonNullable<Clinic['questions']>[number];
type Answer = string | boolean | string[];

const nameOf = ({ id }: Question) => `answers.${id}`;

const options = ({ options }: Question) =>
  // The file is not checked before it is used.
  (Array.isArray(options) ? options : []).map(({ id, label }) => ({ value: id, label }));

const date: Field<string> = {
  read: (answers, name) => answers.text(name),
  render: (field) =>
    single(
      field,
      html`<input
        part="control"
        id=${field.id}
        data-field=${field.name}
        type="date"
        ?required=${field.required}
        aria-invalid=${refused(field, field.name)}
        aria-describedby=${described(field)}
        .value=${field.value()}
      />`,
    ),
};

let photos: typeof import('../photos/prepare.lazy/answer-photo.js') | undefined;

/** Said where the part that prepares photos does not come. */
const failed = {
  en: 'The photo could not be added. Please try again, or call the clinic.',
  es: 'No se pudo agregar la foto. Inténtelo otra vez o llame a la clínica.',
};
/** What every question for a file says besides the clinic's own hint. */
const accepted = {
  en: 'A photo, like a JPEG or PNG file.',
  es: 'Una foto, por ejemplo un archivo JPEG o PNG.',
};

async function pick(event: Event, field: FieldState) {
  const input = event.currentTarget as HTMLInputElement;
  const file = input.files?.[0];
  // Empty again, it tells of the same file a second time.
  input.value = '';
  if (!file) return;
  const { host } = input.getRootNode() as ShadowRoot;
  photos ??= await import('../photos/prepare.lazy/answer-photo.js').catch(() => undefined);
  if (photos) await photos.take(file, field, host as unknown as PhotoHost);
  else field.put(`${field.name}.state`, 'failed');
}

/** A photo; the answer is its name in the submission, never the one it has on the visitor's device. */
const file: Field<string[]> = {
  read: (answers, name) => answers.list<Attached>(name)?.map(({ filename }) => filename),
  render: (field) => {
    const told = described(field);
    return single(
      field,
      html`${photos?.view(field)}
        ${
          field.value(`${field.name}.state`) === 'failed'
            ? html`<p class="error" role="alert" id="${field.id}-unfit">
                <span>${field.local(failed)}</span>
              </p>`
            : nothing
        }
        <input
          part="control"
          id=${field.id}
          data-field=${field.name}
          type="file"
          accept="image/*"
          ?required=${field.required}
          aria-invalid=${refused(field, field.name)}
          aria-describedby="${told === nothing ? '' : told} ${field.id}-unfit"
          @change=${(event: Event) => field.wait(pick(event, field))}
        />`,
    );
  },
};

/** How a question of each type is asked; a type that is not known is not asked. */
const fieldFor = (question: Question): Field<Answer> | undefined => {
  switch (question.type) {
    case 'text':
      return text();
    case 'date':
      return date;
    case 'yes-no':
      return yesNo();
    case 'file':
      return file;
    case 'choice':
      return choice({ options: () => options(question) });
    case 'choices':
      return choices({ options: () => options(question) });
    default:
      return undefined;
  }
};

const read = (question: Question, around: Surroundings): Answer | undefined =>
  fieldFor(question)?.read(around.answers, nameOf(question), around);

/** The chosen service, or the only one there is. */
const serviceIn = ({ clinic, answers }: Surroundings) =>
  clinic?.services?.length === 1 ? clinic.services[0].id : answers.text('service');

/**
 * Whether a question makes sense as things stand: for this service, and after that answer. The answer to a question that is not asked
 * itself does not count. `asking` holds those on the way, because a file may let two questions wait for each other.
 */
function shown(question: Question, around: Surroundings, asking: Question[] = []): boolean {
  const { services, showIf } = question;
  if (asking.includes(question) || !fieldFor(question)) return false;
  if (services && !services.includes(serviceIn(around) ?? '')) return false;
  if (!showIf) return true;
  const first = around.clinic?.questions?.find(({ id }) => id === showIf.question);
  if (!first || !shown(first, around, [...asking, question])) return false;
  return [read(first, around)].flat().some((given) => String(given) === String(showIf.is));
}

const meant = (around: Surroundings) =>
  (around.clinic?.questions ?? []).filter((question) => shown(question, around));

/** Where one answer is possible there is nothing to ask, and where none is there is no question. */
const asked = (around: Surroundings) =>
  meant(around).filter((question) => fieldFor(question)?.asked?.(around) !== false);

/** All questions as one key of the contract: `answers`. What is not shown is not sent. */
export const questions: Field<Record<string, Answer>> = {
  asked: (around) => asked(around).length > 0,
  read: (_answers: Answers, _name: string, around: Surroundings) => {
    const given = meant(around).flatMap((question) => {
      const answer = read(question, around);
      return answer === undefined ? [] : [[question.id, answer] as const];
    });
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  },
  issues: (_answers, _name, around): Issue[] =>
    asked(around)
      .filter((question) => question.required && read(question, around) === undefined)
      .map(({ id }) => ({ path: ['data', 'answers', id], code: 'required' })),
  render: (field: FieldState) =>
    asked(field).map((question) =>
      fieldFor(question)?.render?.(field.at(nameOf(question), question.required === true)),
    ),
};

/** The clinic's words by the keys under which a form looks for words. */
export const wordsOf = (
  { questions = [] }: Clinic,
  local: (text: LocalText | undefined) => string,
): Dictionary =>
  Object.fromEntries(
    questions.flatMap((question) => [
      [`${nameOf(question)}.label`, local(question.label)],
      [
        `${nameOf(question)}.hint`,
        [local(question.hint), question.type === 'file' ? local(accepted) : '']
          .filter((sentence) => sentence)
          .join(' '),
      ],
    ]),
  );
