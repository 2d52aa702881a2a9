import type { Unfit } from './prepare.lazy/photo.js';

/** The state of a photo: being prepared, added, removed, or why it cannot be sent. */
export type PhotoState = 'busy' | 'added' | 'removed' | 'failed' | Unfit;

/** The states of a form's photos, by control name. The photos themselves are answers. */
export class PhotoStates {
  readonly #states = new Map<string, PhotoState>();
  readonly #turns = new Map<string, number>();
  #lastTurn = 0;

  /** Undefined if no photo was picked */
  of(control: string): PhotoState | undefined {
    return this.#states.get(control);
  }

  set(control: string, state: PhotoState): void {
    this.#states.set(control, state);
  }

  /**
   * Called when a file was picked and is being prepared.
   *
   * @returns whether it is still wanted: false after another was picked, it was removed, or all
   * answers were cleared
   */
  begin(control: string): () => boolean {
    const turn = ++this.#lastTurn;
    this.#turns.set(control, turn);
    this.#states.set(control, 'busy');
    return () => this.#turns.get(control) === turn;
  }

  /** Called when the photo was removed, including one that is being prepared. */
  remove(control: string): void {
    this.#turns.delete(control);
    this.#states.set(control, 'removed');
  }

  clear(): void {
    this.#states.clear();
    this.#turns.clear();
  }
}

/** Whether a state is an error. */
export const isProblem = (state: PhotoState | undefined): boolean =>
  state !== undefined && state !== 'busy' && state !== 'added' && state !== 'removed';
