import { nothing } from 'lit/html.js';
import type { Clinic } from '../../contract/index.js';
import type { ClinicElement } from '../../element/index.js';
import type { FormController } from '../../form/index.js';
import type { AnyMessages, Dictionary, LaterWords } from '../../i18n/index.js';
import type { LaterFields } from './fields.js';

type Questions = typeof import('../../fields/clinic-questions.lazy.js');

/**
 * The fields that are loaded after the form: those not every visitor needs, and the clinic's own
 * questions.
 */
export class LoadedFields implements LaterFields {
  /** The lazily loaded fields; undefined until they are loaded */
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

  /** @throws if the module could not be loaded, because fields would be missing */
  async load() {
    this.part ??= await import('./fields.lazy.js');
    this.messages.add(this.part.words);
    this.host.requestUpdate();
    return this.part;
  }

  /**
   * Loads the module for the clinic's own questions if the clinic file has any. After a failure,
   * the next call tries again.
   */
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

  /** Content after a field: the note that the insurance was already checked. */
  after(name: string, form: FormController<'appointment'>): unknown {
    return this.part && name === 'forWhom' && form.answer('coverageRef') !== undefined
      ? this.part.insuranceChecked(form.asked(name)?.context)
      : nothing;
  }

  /** Messages for the clinic's own questions, once their module is loaded. */
  words(words: AnyMessages): LaterWords {
    const { clinic } = this.host;
    const own = clinic && this.#questions?.words(clinic, words);
    return own ? { [words.locale]: own } : {};
  }
}
