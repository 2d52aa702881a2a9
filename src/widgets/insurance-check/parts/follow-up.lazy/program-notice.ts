import type { MessagesHost } from '../../../../i18n/index.js';
import type { Payers } from '../../../../payers/index.js';
import type { Program } from '../../../../payers/programs.lazy.js';
import type { PayerChoice } from '../../../../payers/types.js';

type Programs = typeof import('../../../../payers/programs.lazy.js');

/** What members of public programs are told in the place of an estimate. */
export class ProgramNotice {
  readonly #words: ReturnType<Programs['programWords']> | undefined;

  /** @param programs undefined where it did not load: then no amount is shown to anyone */
  constructor(
    host: MessagesHost,
    private readonly payers: Payers,
    private readonly programs: Programs | undefined,
  ) {
    this.#words = programs?.programWords(host);
  }

  /** Whether programs can be told from other insurers. */
  get isLoaded(): boolean {
    return this.programs !== undefined;
  }

  /** The public program of an answer. @param written what stands in its box */
  of(choice: PayerChoice | undefined, written: string): Program | undefined {
    return this.programs?.programOf(this.payers.listed(choice), written);
  }

  text(program: Program | undefined): string | undefined {
    return program && this.#words?.t(`program.${program}`);
  }
}
