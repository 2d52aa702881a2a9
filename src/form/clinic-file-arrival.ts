import type { ReactiveController } from '@lit/reactive-element';
import type { FormModel } from './form-model.js';

/**
 * Handles a clinic file that loads while a visitor is already filling in the form: its content must
 * not move or change what they are doing.
 */
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

  /** Added questions can push the focused control down the page: scroll with it. */
  hostUpdated() {
    if (!this.#focused) return;
    const { control, top } = this.#focused;
    scrollBy({ top: control.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  /**
   * Unchecks consents whose wording the clinic file has changed: the visitor agreed to other words.
   */
  #withdrawConsents() {
    const { host, answers } = this.form;
    for (const { id, text } of host.clinic?.consents ?? [])
      if (text) answers.set(`consent.${id}`, false);
  }
}
