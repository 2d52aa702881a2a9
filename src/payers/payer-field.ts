import { html } from 'lit/html.js';
import type { Payer } from '../contract/index.js';
import {
  described,
  invalid,
  single,
  type Answers,
  type Field,
  type FieldContext,
} from '../form/index.js';
import type { PayerList } from './combobox.lazy/payer-list.js';
import type { PayerChoice, PayersHost, PayerSource, PickedPayer } from './types.js';

/**
 * The clinic's insurers, for all fields of a widget that ask for one. Until someone comes to such a field there is a box to write in and
 * nothing else: the list, what searches it and what shows it are loaded then.
 */
export class Payers {
  /** The list could not be had, or is empty: the visitor writes the name. */
  failed = false;
  #list?: PayerList | undefined;

  /** @param source looked up at the first focus, when the clinic file may be there */
  constructor(
    private readonly host: PayersHost & { readonly clinicSettled: Promise<void> },
    private readonly source: () => PayerSource | undefined,
  ) {}

  /** The insurer in a field, as it travels; undefined where none is. */
  read(answers: Answers, name: string): PayerChoice | undefined {
    const text = answers.text(name);
    if (text === undefined) return undefined;
    return this.#list?.find(text, answers.get<PickedPayer>(name)) ?? { name: text };
  }

  /** The entry of the list for an answer; undefined for an insurer that is not on it. */
  listed(answer?: Partial<PayerChoice>): Payer | undefined {
    return this.#list?.entry(answer);
  }

  /** Whether the clinic is in network with an insurer of its list; undefined for one that is not on it. */
  network(answer?: Partial<PayerChoice>): Payer['network'] | undefined {
    return this.#list?.network(answer);
  }

  /** Something was typed into the form. The widget says so, because events of typing end at the window. */
  entered() {
    this.#list?.entered();
  }

  /** Someone comes to a field: makes a combobox of its box. */
  async focused(input: HTMLInputElement, field: FieldContext, name: string): Promise<void> {
    const isPressed = input.matches(':active');
    if (!this.source()) await this.host.clinicSettled;
    const source = this.source();
    if (!source) return;
    const part = await import('./combobox.lazy/payer-list.js').catch(() => undefined);
    this.#list ??= part && new part.PayerList(this.host);
    this.failed = !(await this.#list?.open(source, input, field, name, isPressed));
    this.host.requestUpdate();
  }
}

/** The box an insurer is written in, for a field of its own or within a group of others. */
export const payerBox = (payers: Payers, field: FieldContext, name = field.name) =>
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
      aria-invalid=${invalid(field, name)}
      aria-describedby=${described(field)}
      .value=${field.value(name)}
      @focus=${(event: FocusEvent) =>
        void payers.focused(event.currentTarget as HTMLInputElement, field, name)}
    />
  </div>`;

/** The insurer: written freely, or found in the clinic's list as one writes. */
export const payer = (payers: Payers): Field<PayerChoice> => ({
  read: ({ answers }, name) => payers.read(answers, name),
  render: (field) => single(field, payerBox(payers, field)),
});
