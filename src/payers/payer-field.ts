import { html } from 'lit/html.js';
import type { Payer } from '../contract/index.js';
import type { Answers, Field, FieldState } from '../form/index.js';
import { described, refused, single } from '../fields/field-frame.js';
import type { Chosen, PayerDesk, PayersHost, Source } from './combobox.lazy/payer-list.js';

/**
 * The clinic's insurers, for all fields of a widget that ask for one. Until somebody comes to such a field there is a box to write in and
 * nothing else: the list, what searches it and what shows it are fetched then.
 */
export class Payers {
  /** The list could not be had, or there is nobody on it: the visitor writes the name. */
  failed = false;
  #desk?: PayerDesk | undefined;

  /** @param source looked up at the first focus, when the clinic file may be there */
  constructor(
    private readonly host: PayersHost & { readonly clinicSettled: Promise<void> },
    private readonly source: () => Source | undefined,
  ) {}

  /** What stands in a field. */
  read(answers: Answers, name: string): Chosen | undefined {
    const written = answers.text(name);
    return written === undefined
      ? undefined
      : (this.#desk?.find(answers, name, written) ?? { name: written });
  }

  /** What the list says of an answer; nothing for an insurer that is not on it. */
  known(answer?: Partial<Chosen>): Payer | undefined {
    return this.#desk?.known(answer);
  }

  /** How the clinic stands with an insurer of its list; nothing for one that is not on it. */
  network(answer?: Partial<Chosen>): Payer['network'] | undefined {
    return this.#desk?.network(answer);
  }

  /** Something was typed into the form. The widget says so, because events of typing end at the window. */
  entered() {
    this.#desk?.entered();
  }

  /** Somebody comes to a field. */
  async entering(input: HTMLInputElement, field: FieldState, name: string): Promise<void> {
    const pressed = input.matches(':active');
    if (!this.source()) await this.host.clinicSettled;
    const source = this.source();
    if (!source) return;
    const part = await import('./combobox.lazy/payer-list.js').catch(() => undefined);
    this.#desk ??= part && new part.PayerDesk(this.host);
    this.failed = !(await this.#desk?.open(source, input, field, name, pressed));
    this.host.requestUpdate();
  }
}

/** The box an insurer is written in, for a field of its own or within a group of others. */
export const payerBox = (payers: Payers, field: FieldState, name = field.name) =>
  html`<div class="combobox">
    <input
      part="control"
      id=${field.id}
      data-field=${name}
      type="text"
      autocomplete="off"
      autocapitalize="words"
      autocorrect="off"
      spellcheck="false"
      ?required=${field.required}
      aria-invalid=${refused(field, name)}
      aria-describedby=${described(field)}
      .value=${field.value(name)}
      @focus=${(event: FocusEvent) =>
        void payers.entering(event.currentTarget as HTMLInputElement, field, name)}
    />
  </div>`;

/** The insurer: written freely, or found in the clinic's list as one writes. */
export const payer = (payers: Payers): Field<Chosen> => ({
  read: (answers, name) => payers.read(answers, name),
  render: (field) => single(field, payerBox(payers, field)),
});
