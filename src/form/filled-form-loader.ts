import type { FormModel } from './form-model.js';
import type { FilledForm } from './submission.lazy/filled-form.js';

/** Loads what a form needs once someone fills it in; a page shows its forms without that weight. */
export class FilledFormLoader {
  /** Undefined until it is loaded */
  filled?: FilledForm;
  #loading?: Promise<FilledForm> | undefined;

  constructor(private readonly form: FormModel) {}

  /** Works with it as soon as it is there; what can be done without it is done without it. */
  with(work: (filled: FilledForm) => void) {
    if (this.filled) work(this.filled);
    else void this.load().then(work, () => undefined);
  }

  /** @throws where a part could not be loaded; the next call tries again */
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
