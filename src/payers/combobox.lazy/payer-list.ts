/** What a widget needs of its list of insurers once somebody comes to a field for one. */
import { complain } from '../../config/index.js';
import type { Payer } from '../../contract/index.js';
import { unknownPayer } from '../../contract/unknown-payer.js';
import type { Answers, FieldState } from '../../form/index.js';
import { payersFrom } from '../list.js';
import { Combobox, type PayersHost } from './combobox.js';
import type { PayerIndex } from '../search.js';

export type { PayersHost };

/** An insurer as it travels; without an id it is what the visitor wrote. */
export type Chosen = { id?: string; name: string };

/** The list itself, or the address of it. */
export type Source = string | readonly Payer[];

export class PayerDesk {
  #index?: PayerIndex;
  readonly #boxes = new Map<HTMLInputElement, Combobox>();

  constructor(private readonly host: PayersHost) {}

  /**
   * Makes a combobox of a box and gives it the list. False where there is no list to be had, or nobody on it.
   * @param name of the control
   * @param pressed somebody came by pressing on the box
   */
  async open(
    source: Source,
    input: HTMLInputElement,
    field: FieldState,
    name: string,
    pressed: boolean,
  ): Promise<boolean> {
    let box = this.#boxes.get(input);
    if (!box) this.#boxes.set(input, (box = new Combobox(input, name, field, this.host)));
    try {
      const list = payersFrom(source);
      box.offer(list, pressed);
      this.#index = await list;
      if (this.#index.payers.length > 0) return true;
      throw new Error('no insurer with an id and a name is in it');
    } catch (error) {
      const place = typeof source === 'string' ? source : 'the list';
      complain(
        `payers: ${place} cannot be used (${(error as Error).message}); visitors write the name of their insurer`,
      );
      return false;
    }
  }

  /** Something was typed into the form. */
  entered() {
    for (const [input, box] of this.#boxes) {
      if (input.isConnected) box.typed();
      else this.#boxes.delete(input);
    }
  }

  /** Who stands in a field: somebody chosen from the list, or written just as the list has it. */
  find(answers: Answers, name: string, written: string): Chosen | undefined {
    // What was chosen counts as long as it is what stands there.
    const chosen = answers.text(`${name}.as`) === written && answers.text(`${name}.chosen`);
    if (chosen === unknownPayer) return { name: unknownPayer };
    const payer = (chosen && this.#index?.of(chosen)) || this.#index?.named(written);
    return payer && { id: payer.id, name: payer.name };
  }

  known({ id }: Partial<Chosen> = {}): Payer | undefined {
    return id === undefined ? undefined : this.#index?.of(id);
  }

  network(answer?: Partial<Chosen>): Payer['network'] | undefined {
    const payer = this.known(answer);
    if (!payer) return undefined;
    return payer.network === 'in' || payer.network === 'out' ? payer.network : 'ask';
  }
}
