/**
 * An editable combobox with a list popup for an insurer, following the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). It upgrades the existing text box in place,
 * so that neither focus nor text is lost.
 *
 * It updates nodes without templates, because with 20,000 insurers drawing the rows takes most of
 * the time per keystroke.
 */
import type { Payer } from '../../contract/index.js';
import { afterPointer, type FieldContext } from '../../form/index.js';
import { Messages, plural, type MessagesHost } from '../../i18n/index.js';
import { en, es } from './messages.js';
import { styles } from './combobox.styles.js';
import type { Found, PayerIndex } from '../search.js';
import type { PayersHost } from '../types.js';
import { wordsOf } from '../normalize.js';

/** Maximum number of options; typing another word narrows a longer list. */
const rows = 20;

/**
 * Pause in ms before the number of results is announced, after the screen reader has echoed the
 * typed letters.
 */
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

/** Updates text only if it has changed, because most rows stay the same after a keystroke. */
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
  /** The text of the box when last read */
  #written: string;
  /** Id of the insurer in the box, if it is on the list */
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
    // A `change` commits the answer: by Enter, on blur, or by code.
    input.addEventListener('change', () => afterPointer(() => this.#settle()));
    // The live region is outside the form's template and must be cleared with the form.
    input.form?.addEventListener('reset', () => {
      this.#close();
      this.#written = this.#next.textContent = '';
    });
    this.#listbox.addEventListener('scroll', () => (this.#scrolled = true));
    // Keep the focus in the box while the visitor scrolls and clicks.
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault());
    this.#listbox.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (option) this.#choose(option);
    });
  }

  /**
   * Sets the list, which may still be loading.
   *
   * @param pressed whether the box was focused by a press, before this module was loaded
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
   * Reads the box again. Called on any input in the form.
   *
   * @returns whether the box now names another insurer
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

  /**
   * Whether the text was picked from the list. Read from the answers, because a redrawn box may
   * hold an earlier choice.
   */
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

  /** Called when an answer is committed. Announces if the insurer is not on the list. */
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
    // Writing `scrollTop` forces a layout, so do it only after scrolling.
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

  /** Makes an option active (`aria-activedescendant`); the focus stays in the box. */
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
    // Past either end no option is active, and the box shows the typed text.
    this.#point(options[at + by]);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    // During IME composition the keys belong to the input method.
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
        // Otherwise Escape would close a dialog around the form.
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

  /** Fires `input` and `change`, so that fields depending on the answer update at once. */
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
 * Distinguishes an insurer from others of the same name or shows the alias that matched; otherwise
 * its states.
 *
 * @param twice whether another insurer has the same name
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

/** Cached, because splitting names is slow and most rows stay the same after a keystroke. */
const kept = new Map<string, string[]>();
const wordsKept = (text: string): string[] => {
  let words = kept.get(text);
  if (!words) {
    if (kept.size > 500) kept.clear();
    kept.set(text, (words = wordsOf(text)));
  }
  return words;
};

/** The list is not validated. */
const texts = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
