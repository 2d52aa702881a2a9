/** The clinic's payer list for one widget, loaded when a visitor focuses a field for an insurer. */
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
   * Turns a text box into a combobox with the list. Returns false if the list fails to load or is
   * empty.
   *
   * @param name of the control
   * @param isPressed whether the box was focused by a press
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

  /** Called on any input in the form. */
  entered() {
    for (const [input, box] of this.#boxes) {
      if (!input.isConnected) this.#boxes.delete(input);
      // Texts about the insurer update with the same keystroke.
      else if (box.typed()) this.host.requestUpdate();
    }
  }

  /**
   * The insurer in a field, if picked from the list or typed exactly as listed; otherwise
   * undefined.
   */
  find(text: string, picked: PickedPayer | undefined): PayerChoice | undefined {
    if (picked && 'isUnknown' in picked) return { name: unknownPayer };
    const payer = (picked && this.#index?.of(picked.id)) || this.#index?.named(text);
    return payer && { id: payer.id, name: payer.name };
  }

  /** The list's entry for an answer. */
  entry({ id }: Partial<PayerChoice> = {}): Payer | undefined {
    return id === undefined ? undefined : this.#index?.of(id);
  }

  network(answer?: Partial<PayerChoice>): Payer['network'] | undefined {
    const payer = this.entry(answer);
    if (!payer) return undefined;
    return payer.network === 'in' || payer.network === 'out' ? payer.network : 'ask';
  }
}
