import type { ReactiveController } from '@lit/reactive-element';
import type { FaqHost } from '../../faq-host.js';

interface SavedState {
  details: HTMLDetailsElement;
  open: boolean;
  name: string;
}

/** Opens all answers for printing, and restores them afterwards. */
export class PrintView implements ReactiveController {
  readonly #host: FaqHost;
  /** The state of each answer before printing; undefined when not printing. */
  #saved?: SavedState[] | undefined;
  #connection?: AbortController;

  constructor(host: FaqHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const { signal } = (this.#connection = new AbortController());
    window.addEventListener('beforeprint', () => this.#open(), { signal });
    window.addEventListener('afterprint', () => this.#restore(), { signal });
    // The media query also changes in browsers that print without these events.
    matchMedia('print').addEventListener(
      'change',
      ({ matches }) => (matches ? this.#open() : this.#restore()),
      { signal },
    );
  }

  hostDisconnected() {
    this.#connection?.abort();
  }

  #open() {
    if (this.#saved) return;
    this.#saved = this.#host.answers.map((details) => {
      const { open, name } = details;
      return { details, open, name };
    });
    for (const { details } of this.#saved) {
      // Only one of several with the same name can be open.
      details.name = '';
      this.#host.setOpen(details, true);
    }
  }

  #restore() {
    const saved = this.#saved ?? [];
    this.#saved = undefined;
    for (const { details, open } of saved) this.#host.setOpen(details, open);
    for (const { details, name } of saved) details.name = name;
  }
}
