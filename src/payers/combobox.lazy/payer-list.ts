/** The clinic's list of insurers as one widget uses it: loaded when someone comes to a field for an insurer. */
import { reportConfigError } from '../../config/index.js';
import type { Payer } from '../../contract/index.js';
import { unknownPayer } from '../../contract/wire.js';
import type { FieldContext } from '../../form/index.js';
import { payersFrom } from '../list.js';
import { Combobox } from './combobox.js';
import type { PayerIndex } from '../search.js';
import type { PayerChoice, PayersHost, PayerSource, PickedPayer } from '../types.js';

export class PayerList {
  #index?: PayerIndex;
  readonly #boxes = new Map<HTMLInputElement, Combobox>();

  constructor(private readonly host: PayersHost) {}

  /**
   * Makes a combobox of a box and gives it the list. False where no list can be had, or it is empty.
   * @param name of the control
   * @param isPressed someone came by pressing on the box
   */
  async open(
    source: PayerSource,
    input: HTMLInputElement,
    field: FieldContext,
    name: string,
    isPressed: boolean,
  ): Promise<boolean> {
    let box = this.#boxes.get(input);
    if (!box) this.#boxes.set(input, (box = new Combobox(input, name, field, this.host)));
    try {
      const list = payersFrom(source);
      box.offer(list, isPressed);
      this.#index = await list;
      if (this.#index.payers.length > 0) return true;
      throw new Error('no insurer with an id and a name is in it');
    } catch (error) {
      const place = typeof source === 'string' ? source : 'the list';
      reportConfigError(
        `payers: ${place} could not be used (${(error as Error).message}); visitors type the name of their insurer`,
      );
      return false;
    }
  }

  /** Something was typed into the form. */
  entered() {
    for (const [input, box] of this.#boxes) {
      if (!input.isConnected) this.#boxes.delete(input);
      // What the form says of an insurer goes with the letter that makes it another one.
      else if (box.typed()) this.host.requestUpdate();
    }
  }

  /** The insurer in a field: picked from the list, or written exactly as the list has it; undefined for any other. */
  find(text: string, picked: PickedPayer | undefined): PayerChoice | undefined {
    if (picked && 'isUnknown' in picked) return { name: unknownPayer };
    const payer = (picked && this.#index?.of(picked.id)) || this.#index?.named(text);
    return payer && { id: payer.id, name: payer.name };
  }

  /** The entry of the list for an answer. */
  entry({ id }: Partial<PayerChoice> = {}): Payer | undefined {
    return id === undefined ? undefined : this.#index?.of(id);
  }

  network(answer?: Partial<PayerChoice>): Payer['network'] | undefined {
    const payer = this.entry(answer);
    if (!payer) return undefined;
    return payer.network === 'in' || payer.network === 'out' ? payer.network : 'ask';
  }
}
