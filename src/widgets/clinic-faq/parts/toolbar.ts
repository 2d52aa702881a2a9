import type { Messages } from '../../../i18n/index.js';
import type { en } from '../messages/en.js';
import { createPart } from './create-part.js';

/** The row above the questions: the search, how many it found, and the button that opens all answers. */
export class Toolbar {
  readonly input = createPart('input', 'control search', {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
  });
  /** How many questions were found, announced to screen readers. */
  readonly status = createPart('p', 'status', { role: 'status' });
  readonly toggleAll = createPart('button', 'toggle-all', { type: 'button' });
  readonly search = createPart('div', 'field', { role: 'search' });
  readonly #row = createPart('div', 'tools');
  readonly #label = createPart('label', 'label', { htmlFor: 'search' });

  /** @param slot the row is put before it */
  constructor(slot: Element) {
    this.search.append(this.#label, this.status, this.input);
    this.#row.append(this.search);
    slot.before(this.#row);
  }

  draw({ t }: Messages<typeof en>, allOpen: boolean, oneOpen: boolean): void {
    this.#label.textContent = t('search.label');
    this.toggleAll.textContent = t(allOpen ? 'close-all' : 'open-all');
    if (oneOpen) this.toggleAll.remove();
    else if (!this.toggleAll.parentNode) this.#row.append(this.toggleAll);
  }
}
