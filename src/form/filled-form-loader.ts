import type { FormModel } from './form-model.js';
import type { FilledForm } from './submission.lazy/filled-form.js';

/**
 * Loads validation and submission when a visitor first uses the form, to keep the initial bundle
 * small.
 */
export class FilledFormLoader {
  /** Undefined until it is loaded */
  filled?: FilledForm;
  #loading?: Promise<FilledForm> | undefined;

  constructor(private readonly form: FormModel) {}

  /** Calls `work` once the module is loaded. */
  with(work: (filled: FilledForm) => void) {
    if (this.filled) work(this.filled);
    else void this.load().then(work, () => undefined);
  }

  /** @throws if a module could not be loaded; the next call tries again */
  load(): Promise<FilledForm> {
    return (this.#loading ??= this.#loadParts().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    }));
  }

  async #loadParts(): Promise<FilledForm> {
    const { options, words } = this.form;
    const [{ FilledForm }, validation, part] = await Promise.all([
      import('./submission.lazy/submission.js'),
      import('./validation.lazy/validation.js'),
      options.load?.(),
    ]);
    if (part) words.add(part);
    return (this.filled = new FilledForm(this.form, validation));
  }
}
