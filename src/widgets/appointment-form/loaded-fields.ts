import { nothing } from 'lit/html.js';
import type { Clinic } from '../../contract/index.js';
import type { ClinicElement } from '../../element/index.js';
import type { FormController } from '../../form/index.js';
import type { AnyMessages, Dictionary, LaterWords } from '../../i18n/index.js';
import type { LaterFields } from './fields.js';

type Questions = typeof import('../../fields/clinic-questions.lazy.js');

/** The fields of the form that are loaded after it: what only some are asked, and the clinic's own questions. */
export class LoadedFields implements LaterFields {
  /** What only some are asked or told; undefined until it is there */
  part?: typeof import('./fields.lazy.js');
  #questions?: {
    field: ReturnType<Questions['clinicQuestions']>;
    words(clinic: Clinic, words: AnyMessages): Dictionary;
  };
  #loading?: Promise<unknown> | undefined;

  constructor(
    private readonly host: ClinicElement,
    private readonly messages: Pick<AnyMessages, 'add'>,
  ) {}

  readonly guardian = () => this.part?.guardian;
  readonly answers = () => this.#questions?.field;

  /** @throws where it could not be loaded: the form asks for something that would be missing */
  async load() {
    this.part ??= await import('./fields.lazy.js');
    this.messages.add(this.part.words);
    this.host.requestUpdate();
    return this.part;
  }

  /** Loads what asks the clinic's own questions, where its file has any. Where it does not load, the next caller tries again. */
  async loadQuestions() {
    if (!this.host.clinic?.questions?.length) return;
    this.#loading ??= Promise.all([
      import('../../fields/clinic-questions.lazy.js'),
      import('../../photos/photo-question.lazy.js'),
    ]).then(
      ([{ clinicQuestions, questionWords }, { photoQuestion }]) => {
        this.#questions = { field: clinicQuestions(photoQuestion()), words: questionWords };
        this.host.requestUpdate();
      },
      () => (this.#loading = undefined),
    );
    await this.#loading;
  }

  /** What stands right after a field: that the insurance was checked before. */
  after(name: string, form: FormController<'appointment'>): unknown {
    return this.part && name === 'forWhom' && form.answer('coverageRef') !== undefined
      ? this.part.insuranceChecked(form.asked(name)?.context)
      : nothing;
  }

  /** The clinic's words for its questions, once they can be asked. */
  words(words: AnyMessages): LaterWords {
    const { clinic } = this.host;
    const own = clinic && this.#questions?.words(clinic, words);
    return own ? { [words.locale]: own } : {};
  }
}
