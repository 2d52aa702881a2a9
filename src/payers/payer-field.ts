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
 * The clinic's insurers, for all insurer fields of a widget. Before a field is focused it is a
 * plain text box; the list, the search and the combobox are then loaded.
 */
export class Payers {
  /** Whether the list failed to load or is empty: visitors type the name */
  failed = false;
  #list?: PayerList | undefined;

  /** @param source read at the first focus, when the clinic file may have arrived */
  constructor(
    private readonly host: PayersHost & { readonly clinicSettled: Promise<void> },
    private readonly source: () => PayerSource | undefined,
  ) {}

  /** The insurer in a field in the format that is sent; undefined if it is empty. */
  read(answers: Answers, name: string): PayerChoice | undefined {
    const text = answers.text(name);
    if (text === undefined) return undefined;
    return this.#list?.find(text, answers.get<PickedPayer>(name)) ?? { name: text };
  }

  /** The list's entry for an answer; undefined if it is not on the list. */
  listed(answer?: Partial<PayerChoice>): Payer | undefined {
    return this.#list?.entry(answer);
  }

  /** Whether the clinic is in network with a listed insurer; undefined if it is not on the list. */
  network(answer?: Partial<PayerChoice>): Payer['network'] | undefined {
    return this.#list?.network(answer);
  }

  /** Called by the widget on input, because the event shield stops `input` at the window. */
  entered() {
    this.#list?.entered();
  }

  /** Called on focus: upgrades the text box to a combobox. */
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

/** The text box for an insurer, as a field or inside a group. */
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

/** The field for an insurer: free text with suggestions from the clinic's payer list. */
export const payer = (payers: Payers): Field<PayerChoice> => ({
  read: ({ answers }, name) => payers.read(answers, name),
  render: (field) => single(field, payerBox(payers, field)),
});
