import type { Rolldown } from 'vite';

/** A chunk of the bundler, as far as it is looked at. */
export type Piece = Pick<
  Rolldown.OutputChunk,
  'fileName' | 'name' | 'isEntry' | 'imports' | 'dynamicImports' | 'moduleIds'
>;

const unique = <Item>(items: Item[]) => [...new Set(items)];

/** Which pieces go into which file. All names are file names of pieces. */
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

  /** The pieces with one of these sources, given by the end of their paths. */
  from(sources: readonly string[]): P[] {
    return this.all.filter((piece) =>
      piece.moduleIds.some((id) => sources.some((source) => id.endsWith(source))),
    );
  }

  /** Whether any piece asks for it by `import()`. */
  isLazy(file: string): boolean {
    return this.#askers(file).length > 0;
  }

  /** The name in the register. What is no file of its own is known in one build only, and needs no hash in its name. */
  key(file: string): string {
    const short = (piece: Piece) =>
      piece.isEntry || this.isLazy(piece.fileName) ? piece.fileName : `${piece.name}.js`;
    const key = short(this.piece(file));
    return this.all.filter((piece) => short(piece) === key).length === 1 ? key : file;
  }

  /** A piece behind all that it imports. */
  needs(file: string): string[] {
    return unique([...this.piece(file).imports.flatMap((each) => this.needs(each)), file]);
  }

  #askers(file: string): P[] {
    return this.all.filter(({ dynamicImports }) => dynamicImports.includes(file));
  }

  /** What is there when a piece runs: what it needs, and for a lazy part what all who ask for it have. */
  #has(file: string, above: string[] = []): string[] {
    const given = this.#askers(file)
      .filter(({ fileName }) => ![file, ...above].includes(fileName))
      .map(({ fileName }) => this.#has(fileName, [file, ...above]));
    const common = given[0]?.filter((each) => given.every((one) => one.includes(each))) ?? [];
    return unique([...common, ...this.needs(file)]);
  }

  /** What a lazy part needs and not all who ask for it have. */
  brings(file: string): string[] {
    const there = this.#askers(file).map(({ fileName }) => this.#has(fileName));
    return this.needs(file).filter((each) => !there.every((one) => one.includes(each)));
  }
}
