import { html } from 'lit/html.js';
import { complain } from '../config/index.js';
import type { Payer } from '../contract/index.js';
import { unknownPayer } from '../contract/unknown-payer.js';
import type { Answers, Field, FieldState } from '../form/index.js';
import { described, refused, single } from './frame.js';
import type { Combobox, PayerIndex, PayersHost } from './payer-combobox/payer-combobox.js';

/** An insurer as it travels; without an id it is what the visitor wrote. */
type Chosen = { id?: string; name: string };

/** The list itself, or the address of it. */
type Source = string | readonly Payer[] | undefined;

/**
 * The clinic's insurers, for all fields of a widget that ask for one. Until somebody comes to such a field there is a box to write in and
 * nothing else: the list, what searches it and what shows it are fetched then.
 */
export class Payers {
  /** The list could not be had, or there is nobody on it: the visitor writes the name. */
  failed = false;
  #index?: PayerIndex;
  #asked?: Promise<PayerIndex>;
  readonly #boxes = new Map<HTMLInputElement, Combobox>();

  /** @param source looked up at the first focus, when the clinic file may be there */
  constructor(
    private readonly host: PayersHost & { readonly clinicSettled: Promise<void> },
    private readonly source: () => Source,
  ) {}

  /** What stands in a field: somebody chosen from the list, or written just as the list has it, or only a name. */
  read(answers: Answers, name: string): Chosen | undefined {
    const written = answers.text(name);
    if (!written) return undefined;
    const chosen = answers.text(`${name}.chosen`);
    if (chosen === unknownPayer) return { name: unknownPayer };
    const payer = (chosen && this.#index?.of(chosen)) || this.#index?.named(written);
    return payer ? { id: payer.id, name: payer.name } : { name: written };
  }

  /** What the list says of an answer; nothing for an insurer that is not on it. */
  known({ id }: Partial<Chosen> = {}): Payer | undefined {
    return id === undefined ? undefined : this.#index?.of(id);
  }

  /** How the clinic stands with an insurer of its list; nothing for one that is not on it. */
  network(answer?: Partial<Chosen>): Payer['network'] | undefined {
    const payer = this.known(answer);
    if (!payer) return undefined;
    return payer.network === 'in' || payer.network === 'out' ? payer.network : 'ask';
  }

  /** Something was typed into the form. The widget says so, because events of typing end at the window. */
  entered() {
    for (const [input, box] of this.#boxes) {
      if (input.isConnected) box.typed();
      else this.#boxes.delete(input);
    }
  }

  /** Somebody comes to a field. */
  async entering(input: HTMLInputElement, field: FieldState, name: string): Promise<void> {
    const pressed = input.matches(':active');
    if (!this.source()) await this.host.clinicSettled;
    const source = this.source();
    if (!source) return;
    try {
      const part = await import('./payer-combobox/payer-combobox.js');
      const list = part.payersFrom(source);
      let box = this.#boxes.get(input);
      if (!box) this.#boxes.set(input, (box = new part.Combobox(input, name, field, this.host)));
      box.offer(list, pressed);
      if (list !== this.#asked) await this.#take((this.#asked = list));
    } catch (error) {
      this.#asked = undefined;
      this.failed = true;
      this.host.requestUpdate();
      complain(
        `payers: ${typeof source === 'string' ? new URL(source, location.href).href : 'the list'} cannot be used (${(error as Error).message}); visitors write the name of their insurer`,
      );
    }
  }

  async #take(list: Promise<PayerIndex>) {
    this.#index = await list;
    if (this.#index.payers.length === 0)
      throw new Error('no insurer with an id and a name is in it');
    this.failed = false;
    this.host.requestUpdate();
  }
}

/** The box an insurer is written in, for a field of its own or within a group of others. */
export const payerBox = (payers: Payers, field: FieldState, name = field.name) =>
  html`<div class="combobox">
    <input
      part="control"
      id=${name === field.name ? field.id : `${field.id}-${name.replace(/\W/g, '-')}`}
      data-field=${name}
      type="text"
      autocomplete="off"
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
