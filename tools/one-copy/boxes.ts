import type { Rolldown } from 'vite';

/** The parts of a bundler chunk that are used here. */
export type Piece = Pick<
  Rolldown.OutputChunk,
  'fileName' | 'name' | 'isEntry' | 'imports' | 'dynamicImports' | 'moduleIds'
>;

const unique = <Item>(items: Item[]) => [...new Set(items)];

/** Assigns pieces to output files. All names are file names of pieces. */
export class Boxes<P extends Piece> {
  readonly #pieces: Map<string, P>;

  constructor(pieces: P[]) {
    this.#pieces = new Map(pieces.map((piece) => [piece.fileName, piece]));
  }

  get all(): P[] {
    return [...this.#pieces.values()];
  }

  piece(file: string): P {
    return this.#pieces.get(file)!;
  }

  /** The pieces made from these sources, given by the end of their paths. */
  from(sources: readonly string[]): P[] {
    return this.all.filter((piece) =>
      piece.moduleIds.some((id) => sources.some((source) => id.endsWith(source))),
    );
  }

  /** Whether any piece loads it with `import()`. */
  isLazy(file: string): boolean {
    return this.#askers(file).length > 0;
  }

  /**
   * Its name in the register. A piece without its own file is used in one build only and needs no
   * hash.
   */
  key(file: string): string {
    const short = (piece: Piece) =>
      piece.isEntry || this.isLazy(piece.fileName) ? piece.fileName : `${piece.name}.js`;
    const key = short(this.piece(file));
    return this.all.filter((piece) => short(piece) === key).length === 1 ? key : file;
  }

  /** A piece, after all its imports. */
  needs(file: string): string[] {
    return unique([...this.piece(file).imports.flatMap((each) => this.needs(each)), file]);
  }

  #askers(file: string): P[] {
    return this.all.filter(({ dynamicImports }) => dynamicImports.includes(file));
  }

  /**
   * The pieces available when a piece runs: its imports and, for a lazy part, what all its
   * importers have.
   */
  #has(file: string, above: string[] = []): string[] {
    const given = this.#askers(file)
      .filter(({ fileName }) => ![file, ...above].includes(fileName))
      .map(({ fileName }) => this.#has(fileName, [file, ...above]));
    const common = given[0]?.filter((each) => given.every((one) => one.includes(each))) ?? [];
    return unique([...common, ...this.needs(file)]);
  }

  /** The imports of a lazy part that not all its importers have. */
  brings(file: string): string[] {
    const there = this.#askers(file).map(({ fileName }) => this.#has(fileName));
    return this.needs(file).filter((each) => !there.every((one) => one.includes(each)));
  }
}
