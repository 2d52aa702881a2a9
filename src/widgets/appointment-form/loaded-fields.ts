import type { ClinicElement } from '../../element/index.js';
import type { Dictionary, LocalText } from '../../i18n/index.js';
import type { photoQuestion } from '../../photos/index.js';
import type { LaterFields } from './fields.js';

type Questions = typeof import('../../fields/clinic-questions.lazy.js');

/** The fields of the form that are loaded after it: what only some are asked, and the clinic's own questions. */
export class LoadedFields implements LaterFields {
  /** What only some are asked or told; undefined until it is there */
  part?: typeof import('./fields.lazy.js');
  #questions?: { field: ReturnType<Questions['clinicQuestions']>; module: Questions };
  readonly #loading = new Map<string, Promise<void>>();

  constructor(
    private readonly host: ClinicElement,
    private readonly photo: ReturnType<typeof photoQuestion>,
  ) {}

  readonly guardian = () => this.part?.guardian;
  readonly answers = () => this.#questions?.field;

  async load() {
    await this.#once('fields', async () => {
      this.part = await import('./fields.lazy.js');
    });
    return this.part;
  }

  /** Loads what asks the clinic's own questions, where its file has any. */
  async loadQuestions() {
    if (!this.host.clinic?.questions?.length) return;
    await this.#once('questions', async () => {
      const module = await import('../../fields/clinic-questions.lazy.js');
      this.#questions = { module, field: module.clinicQuestions(this.photo) };
    });
  }

  /** Loads a part and redraws; one that could not be loaded is tried again by whoever asks next. */
  #once(name: string, load: () => Promise<void>): Promise<void> {
    let loading = this.#loading.get(name);
    if (!loading) {
      loading = load().then(
        () => this.host.requestUpdate(),
        () => void this.#loading.delete(name),
      );
      this.#loading.set(name, loading);
    }
    return loading;
  }

  /** The clinic's words for its questions, once they can be asked. */
  words(local: (text: LocalText | undefined) => string): Dictionary {
    const { clinic } = this.host;
    return (clinic && this.#questions?.module.questionWords(clinic, local, this.photo)) ?? {};
  }
}
