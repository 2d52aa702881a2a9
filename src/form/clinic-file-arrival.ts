import type { ReactiveController } from '@lit/reactive-element';
import type { FormModel } from './form-model.js';

/** The clinic file arrives while someone is filling in the form already: what it brings must not move or change what they are doing. */
export class ClinicFileArrival implements ReactiveController {
  #isPending = false;
  #focused?: { control: Element; top: number } | undefined;

  constructor(private readonly form: FormModel) {}

  hostUpdate() {
    const { host, root } = this.form;
    const arrived = this.#isPending && !host.clinicPending;
    this.#isPending = host.clinicPending;
    if (arrived) this.#withdrawConsents();
    const control = arrived ? root?.activeElement : undefined;
    this.#focused = control ? { control, top: control.getBoundingClientRect().top } : undefined;
  }

  /** The file's questions may push the focused control down the page: scroll along. */
  hostUpdated() {
    if (!this.#focused) return;
    const { control, top } = this.#focused;
    scrollBy({ top: control.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  /** A box was checked for the words beside it: where the clinic file brings others, nothing is agreed yet. */
  #withdrawConsents() {
    const { host, answers } = this.form;
    for (const { id, text } of host.clinic?.consents ?? [])
      if (text) answers.set(`consent.${id}`, false);
  }
}
