import type { Unfit } from './prepare.lazy/photo.js';

/** What is to be said of a photo: it is being prepared, was added or removed, or why it cannot go along. */
export type PhotoState = 'busy' | 'added' | 'removed' | 'failed' | Unfit;

/** What is said of the photos of one form, by the name of their control. The photos themselves are answers. */
export class PhotoStates {
  readonly #states = new Map<string, PhotoState>();
  readonly #turns = new Map<string, number>();
  #lastTurn = 0;

  /** Undefined where nothing has happened */
  of(control: string): PhotoState | undefined {
    return this.#states.get(control);
  }

  set(control: string, state: PhotoState): void {
    this.#states.set(control, state);
  }

  /**
   * A file was picked and is being prepared.
   * @returns whether it is still wanted: false once another was picked, it was removed, or everything was forgotten
   */
  begin(control: string): () => boolean {
    const turn = ++this.#lastTurn;
    this.#turns.set(control, turn);
    this.#states.set(control, 'busy');
    return () => this.#turns.get(control) === turn;
  }

  /** The photo was removed, and with it one that is being prepared in its place. */
  remove(control: string): void {
    this.#turns.delete(control);
    this.#states.set(control, 'removed');
  }

  clear(): void {
    this.#states.clear();
    this.#turns.clear();
  }
}

/** Whether a state says why a photo cannot go along. */
export const isProblem = (state: PhotoState | undefined): boolean =>
  state !== undefined && state !== 'busy' && state !== 'added' && state !== 'removed';
