import type { Messages } from '../../../../i18n/index.js';
import type { en } from '../../messages/en.js';

const made = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, part: string) => {
  const element = document.createElement(tag);
  element.part.add(...part.split(' '));
  return element;
};

/** The row above the questions: the search, how many it found, and the button that opens all answers. */
export class Tools {
  readonly input = made('input', 'control search');
  /** What the search has found, also for the ear. */
  readonly status = made('p', 'status');
  readonly toggleAll = made('button', 'toggle-all');
  readonly #row = made('div', 'tools');
  readonly search = made('div', 'field');
  readonly #label = made('label', 'label');

  constructor(before: Element) {
    const { input, status, toggleAll, search } = this;
    input.type = 'search';
    input.id = 'search';
    input.autocomplete = 'off';
    this.#label.htmlFor = 'search';
    status.role = 'status';
    toggleAll.type = 'button';
    search.role = 'search';
    search.append(this.#label, status, input);
    this.#row.append(search);
    before.before(this.#row);
  }

  draw({ t }: Messages<typeof en>, allOpen: boolean, oneOpen: boolean): void {
    this.#label.textContent = t('search.label');
    this.toggleAll.textContent = t(allOpen ? 'close-all' : 'open-all');
    if (oneOpen) this.toggleAll.remove();
    else if (!this.toggleAll.parentNode) this.#row.append(this.toggleAll);
  }
}
