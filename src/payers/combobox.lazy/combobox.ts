/**
 * What a box for an insurer becomes once somebody comes to it: an editable combobox with a list popup, after the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The box stays the same element, so nobody loses focus or words by it.
 *
 * It works on nodes and not by templates: of a key stroke over 20,000 insurers the search is the least, drawing rows is the most.
 */
import type { Payer } from '../../contract/index.js';
import { afterPointer, type FieldContext } from '../../form/index.js';
import { Messages, plural, type MessagesHost } from '../../i18n/index.js';
import { en, es } from './messages.js';
import { styles } from './combobox.styles.js';
import type { Found, PayerIndex } from '../search.js';
import type { PayersHost } from '../types.js';
import { wordsOf } from '../normalize.js';

/** More are not read; one more word finds them sooner. */
const rows = 20;

/** Milliseconds after the last key before the count is told: a screen reader says the letters first. */
const quiet = 900;

const words = new WeakMap<MessagesHost, Messages<typeof en>>();
const wordsFor = (host: MessagesHost) => {
  let known = words.get(host);
  if (!known) words.set(host, (known = new Messages(host, { en, es })));
  return known;
};

const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: Node[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** Writes only what changes: most rows of one key are rows of the last. */
const say = (node: Node, text: string) => {
  if (node.textContent !== text) node.textContent = text;
};

interface Row {
  option: HTMLElement;
  name: Text;
  also: HTMLElement;
}

export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #name: string;
  readonly #field: FieldContext;
  readonly #words: Messages<typeof en>;
  readonly #popup: HTMLElement;
  readonly #listbox: HTMLElement;
  readonly #matches: HTMLElement;
  readonly #note = make('p', { class: 'note' });
  readonly #missing: HTMLElement;
  readonly #unknown: HTMLElement;
  readonly #count = make('div', { role: 'status', class: 'unseen' });
  readonly #next = make('p', { role: 'status', class: 'hint payers-next' });
  readonly #rows: Row[] = [];
  #shown: readonly Payer[] = [];
  #index?: PayerIndex | undefined;
  #list?: Promise<PayerIndex>;
  #waiting = true;
  #active?: HTMLElement | undefined;
  /** What stood in the box when it was last looked at */
  #written: string;
  /** The id of the insurer that stands in the box, where the list has it */
  #insurer?: string | undefined;
  #scrolled = false;
  #timer?: ReturnType<typeof setTimeout>;

  /** @param name of the control */
  constructor(input: HTMLInputElement, name: string, field: FieldContext, host: PayersHost) {
    this.#input = input;
    this.#name = name;
    this.#field = field;
    this.#words = wordsFor(host);
    this.#written = input.value;
    const { id } = input;
    this.#matches = make('div', { role: 'group' });
    this.#missing = make('div', { role: 'option', id: `${id}-missing`, 'aria-selected': 'false' });
    this.#unknown = make('div', { role: 'option', id: `${id}-unknown`, 'aria-selected': 'false' });
    this.#listbox = make(
      'div',
      { role: 'listbox', id: `${id}-listbox` },
      this.#matches,
      make('div', { role: 'group', class: 'others' }, this.#missing, this.#unknown),
    );
    this.#popup = make('div', { class: 'payers', hidden: '' }, this.#note, this.#listbox);
    host.adopt(styles);
    input.after(this.#popup, this.#next, this.#count);
    for (const [attribute, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-listbox`,
    }))
      input.setAttribute(attribute, value);

    input.addEventListener('keydown', this.#onKey);
    input.addEventListener('click', () => this.#open());
    input.addEventListener('blur', () => this.#close());
    // A change is an answer given, by Enter, by leaving, or by code.
    input.addEventListener('change', () => afterPointer(() => this.#settle()));
    // What is said lies outside of what the form draws, and must go when the form is cleared.
    input.form?.addEventListener('reset', () => {
      this.#close();
      this.#written = this.#next.textContent = '';
    });
    this.#listbox.addEventListener('scroll', () => (this.#scrolled = true));
    // The focus stays in the box while somebody scrolls and chooses.
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault());
    this.#listbox.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (option) this.#choose(option);
    });
  }

  /**
   * Takes the list, which may still be on its way.
   * @param pressed somebody came by pressing on the box, before this part was here to hear it
   */
  offer(list: Promise<PayerIndex>, pressed: boolean) {
    const typed = this.#input.value !== '' && !this.#list;
    if (this.#focused && (pressed || typed)) this.#open();
    if (list === this.#list) return;
    this.#list = list;
    this.#waiting = true;
    void list
      .then(
        (index) => (this.#index = index),
        () => (this.#index = undefined),
      )
      .then(() => {
        if (list !== this.#list) return;
        this.#waiting = false;
        if (this.#isOpen) this.#draw();
        else if (!this.#focused) afterPointer(() => this.#settle());
      });
  }

  /**
   * Looks at the box anew; called for whatever was typed anywhere in the form.
   * @returns whether the box stands for another insurer than before
   */
  typed(): boolean {
    if (this.#input.value === this.#written) return false;
    this.#written = this.#input.value;
    this.#next.textContent = '';
    if (this.#focused) {
      this.#open();
      this.#tellSoon();
    }
    const before = this.#insurer;
    this.#insurer = this.#index?.named(this.#written)?.id;
    return this.#insurer !== before;
  }

  /** Whether what stands in the box was picked. The answers know: a box that is drawn again may hold what was picked in the last one. */
  get #isPicked(): boolean {
    return this.#field.answers.get(this.#name) !== undefined;
  }

  get #focused(): boolean {
    return (this.#input.getRootNode() as ShadowRoot).activeElement === this.#input;
  }

  get #isOpen(): boolean {
    return !this.#popup.hidden;
  }

  get #options(): HTMLElement[] {
    const found = this.#rows.slice(0, this.#shown.length).map(({ option }) => option);
    return [...found, this.#missing, this.#unknown].filter(({ hidden }) => !hidden);
  }

  #open() {
    if (!this.#isOpen) {
      this.#popup.hidden = false;
      this.#input.setAttribute('aria-expanded', 'true');
      this.#listbox.setAttribute('aria-label', this.#words.t('payer.options'));
    }
    this.#draw();
  }

  #close() {
    if (!this.#isOpen) return;
    clearTimeout(this.#timer);
    this.#point(undefined);
    this.#popup.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#count.textContent = '';
  }

  /** An answer was given. Somebody who is not on the list is not left without a word. */
  #settle() {
    this.#close();
    const { value } = this.#input;
    const listed = this.#isPicked || !this.#index?.payers.length || this.#index.named(value);
    if (value.trim() !== '' && !listed) this.#next.textContent = this.#words.t('payer.ask');
  }

  #draw() {
    const { t } = this.#words;
    const { value } = this.#input;
    const found: Found = this.#index?.search(value, rows) ?? { payers: [], total: 0 };
    this.#point(undefined);
    this.#shown = found.payers;
    const asked = wordsOf(value);
    const names = new Set<string>();
    const twice = new Set<string>();
    for (const { name } of found.payers) (names.has(name) ? twice : names).add(name);
    for (const [at, payer] of found.payers.entries())
      this.#row(at, payer, alsoKnown(payer, asked, twice.has(payer.name)));
    for (const { option } of this.#rows.slice(found.payers.length)) option.hidden = true;
    // Writing it makes the browser lay out the page at once, so it is written only where somebody has scrolled.
    if (this.#scrolled) this.#listbox.scrollTop = 0;
    this.#scrolled = false;

    const listed = this.#waiting || (this.#index?.payers.length ?? 0) > 0;
    this.#missing.hidden = !listed;
    say(this.#missing, t('payer.missing'));
    say(this.#unknown, t('payer.unknown'));
    say(this.#note, this.#remark(found));
    this.#note.hidden = this.#note.textContent === '';
  }

  #remark({ payers, total }: Found): string {
    const { t } = this.#words;
    if (this.#waiting) return t('payer.wait');
    if (total > payers.length)
      return this.#input.value.trim() === ''
        ? t('payer.first')
        : t('payer.more', { shown: payers.length, total: total.toLocaleString(this.#words.tag) });
    return total === 0 && this.#index?.payers.length ? t('payer.nothing') : '';
  }

  #row(at: number, payer: Payer, also: string) {
    let row = this.#rows[at];
    if (!row) {
      const name = document.createTextNode('');
      const also = make('small', {});
      const option = make(
        'div',
        { role: 'option', id: `${this.#input.id}-${at}`, 'aria-selected': 'false' },
        name,
        also,
      );
      this.#rows[at] = row = { option, name, also };
      this.#matches.append(option);
    }
    row.option.hidden = false;
    if (row.name.data !== payer.name) row.name.data = payer.name;
    say(row.also, also);
  }

  /** Makes an option the active one, for the keyboard and for screen readers; the focus stays in the box. */
  #point(option: HTMLElement | undefined) {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    if (!option) return this.#input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #step(by: 1 | -1) {
    const options = this.#options;
    const at = this.#active ? options.indexOf(this.#active) : by > 0 ? -1 : options.length;
    // Past either end nothing is active: the arrows lead back to what was written.
    this.#point(options[at + by]);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    // While characters are composed the keys are the keyboard's own.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const was = this.#isOpen;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (event.altKey && event.key === 'ArrowUp') return this.#close();
        if (!was) {
          this.#open();
          this.#tellSoon();
        }
        if (!event.altKey) this.#step(event.key === 'ArrowDown' ? 1 : -1);
        return;
      }
      case 'Enter':
        if (!was) return;
        event.preventDefault();
        if (this.#active) this.#choose(this.#active);
        else this.#commit();
        return;
      case 'Escape':
        if (!was) return;
        // A dialog around the form would close with it.
        event.preventDefault();
        event.stopPropagation();
        return this.#close();
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        return this.#point(undefined);
      case 'Tab':
        return this.#close();
    }
  };

  #choose(option: HTMLElement) {
    const { t } = this.#words;
    const payer = this.#shown[this.#rows.findIndex((row) => row.option === option)];
    if (option === this.#missing) {
      this.#close();
      this.#next.textContent = t('payer.missing.next');
      return;
    }
    this.#next.textContent = payer ? '' : t('payer.unknown.next');
    this.#input.value = this.#written = payer?.name ?? t('payer.unknown');
    const text = this.#written;
    this.#insurer = payer?.id;
    this.#field.enter(this.#name, payer ? { text, id: payer.id } : { text, isUnknown: true });
    this.#commit();
  }

  /** Tells the form, as if somebody had written it and left: what hangs on the answer shows at once. */
  #commit() {
    this.#close();
    for (const type of ['input', 'change'])
      this.#input.dispatchEvent(new Event(type, { bubbles: true }));
  }

  #tellSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const total = this.#shown.length;
      const known = this.#index && this.#isOpen;
      this.#count.textContent = !known
        ? ''
        : this.#note.textContent ||
          plural(
            this.#words,
            'payer.found',
            total,
            { total },
            { one: 'payer.found.1', other: 'payer.found' },
          );
    }, quiet);
  }
}

/**
 * What tells an insurer from others of its name, or why it was found: the other name that was written, else its states.
 * @param twice another has the same name
 */
function alsoKnown({ name, aliases, states }: Payer, asked: string[], twice: boolean): string {
  const has = (text: string) => {
    const words = wordsKept(text);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  };
  const plain = asked.length === 0 || has(name);
  if (plain && !twice) return '';
  const alias = plain ? undefined : texts(aliases).find((alias) => alias.length < 80 && has(alias));
  const where = texts(states);
  return alias ?? (where.length < 5 ? where.join(', ') : '');
}

/** The names of one key are mostly those of the last, and taking them apart is what costs. */
const kept = new Map<string, string[]>();
const wordsKept = (text: string): string[] => {
  let words = kept.get(text);
  if (!words) {
    if (kept.size > 500) kept.clear();
    kept.set(text, (words = wordsOf(text)));
  }
  return words;
};

/** A list is not checked when it comes. */
const texts = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
