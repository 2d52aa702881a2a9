import type { Messages } from '../../../i18n/index.js';
import type { en } from '../messages/en.js';
import { createPart } from './create-part.js';

/**
 * The row above the questions: the search, the number of results, and the button that opens all
 * answers.
 */
export class Toolbar {
  readonly input = createPart('input', 'control search', {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
  });
  /** Number of results, announced by screen readers. */
  readonly status = createPart('p', 'status', { role: 'status' });
  readonly toggleAll = createPart('button', 'toggle-all', { type: 'button' });
  readonly search = createPart('div', 'field', { role: 'search' });
  readonly #row = createPart('div', 'tools');
  readonly #label = createPart('label', 'label', { htmlFor: 'search' });

  /** @param slot the row is inserted before it */
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
