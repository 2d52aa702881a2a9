import type { MessagesHost } from '../../../../i18n/index.js';
import type { Payers } from '../../../../payers/index.js';
import type { Program } from '../../../../payers/programs.lazy.js';
import type { PayerChoice } from '../../../../payers/types.js';

type Programs = typeof import('../../../../payers/programs.lazy.js');

/** The notice for members of public programs, in place of an estimate. */
export class ProgramNotice {
  readonly #words: ReturnType<Programs['programWords']> | undefined;

  /** @param programs undefined if the module did not load; no amounts are shown then */
  constructor(
    host: MessagesHost,
    private readonly payers: Payers,
    private readonly programs: Programs | undefined,
  ) {
    this.#words = programs?.programWords(host);
  }

  /** Whether public programs can be recognized. */
  get isLoaded(): boolean {
    return this.programs !== undefined;
  }

  /**
   * The public program of an answer.
   *
   * @param written text in the box
   */
  of(choice: PayerChoice | undefined, written: string): Program | undefined {
    return this.programs?.programOf(this.payers.listed(choice), written);
  }

  text(program: Program | undefined): string | undefined {
    return program && this.#words?.t(`program.${program}`);
  }
}
