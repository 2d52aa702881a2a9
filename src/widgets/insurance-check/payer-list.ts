import { complain } from '../../config/index.js';
import type { Payer } from '../../contract/index.js';
import { lookup } from '../../transport/index.js';

const isPayer = (payer: Payer | null): payer is Payer =>
  typeof payer?.id === 'string' && typeof payer.name === 'string' && payer.name.trim() !== '';

/** The clinic's insurers, fetched once, when somebody first looks for theirs. */
export class PayerList {
  payers: readonly Payer[] = [];
  /** The list could not be had: the visitor writes the name */
  failed = false;
  #asked?: string;

  constructor(private readonly changed: () => void) {}

  /** @param source the list itself, or the address of it */
  async load(source: string | Payer[] | undefined): Promise<void> {
    if (Array.isArray(source)) this.payers = source.filter(isPayer);
    if (typeof source !== 'string' || source === this.#asked) return;
    this.#asked = source;
    const address = new URL(source, location.href).href;
    try {
      const list = await lookup<Payer[]>(address);
      if (!Array.isArray(list)) throw new Error('it must hold a list');
      this.payers = list.filter(isPayer);
    } catch (error) {
      this.failed = true;
      complain(
        `payers: ${address} cannot be used (${(error as Error).message}); visitors write the name of their insurer`,
      );
    }
    this.changed();
  }
}
