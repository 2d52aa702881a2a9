import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { languageOf, watchLanguage } from './language.js';

/** Words by key. `{name}` in a text is replaced by the value of that name. */
export type Dictionary = Readonly<Record<string, string>>;

/** The shape that every other language of a dictionary must have: the same keys, none missing, none more. */
export type SameKeys<English> = { readonly [Key in keyof English]: string };

/** One text for all languages, or one per language, as a clinic file says it. */
export type LocalText = string | Readonly<Record<string, string>>;

/** English is at hand; other languages are fetched when first shown. */
export type Languages<English extends Dictionary> = { en: English } & Record<
  string,
  English | (() => Promise<{ default: SameKeys<English> }>)
>;

/** Values for the `{name}` places of a text. */
export type Values = Record<string, string | number>;

export interface MessagesHost extends ReactiveControllerHost, HTMLElement {
  /** The clinic's own words for a language (BCP 47 primary tag), by the keys of the dictionary. */
  ownWords?(language: string): Dictionary | undefined;
}

/** How long the first render waits for words of another language before it goes on in English, in milliseconds. */
const patience = 3000;

const fill = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/**
 * The words of one widget, in the language of the place where it stands. Looked up at every render, never at import, so that
 * two widgets may speak two languages and a change of `lang` is followed.
 */
export class Messages<English extends Dictionary> implements ReactiveController {
  /** True while the first words are on their way and the fallback had better stay. */
  pending = false;
  /** The language shown, as a primary tag: what goes out as `locale`. */
  locale = 'en';

  readonly #host: MessagesHost;
  readonly #languages: Languages<English>;
  readonly #prefix: string;
  #words: Dictionary;
  #later: Dictionary = {};
  #shown = false;
  #unwatch?: () => void;

  /** @param prefix of the keys in the clinic's own words, where these are the words of a part: `slots.` */
  constructor(host: MessagesHost, languages: Languages<English>, prefix = '') {
    this.#host = host;
    this.#prefix = prefix;
    this.#languages = languages;
    this.#words = languages.en;
    host.addController(this);
  }

  hostConnected() {
    this.#unwatch = watchLanguage(this.#host, () => void this.#follow());
    void this.#follow();
  }

  hostDisconnected() {
    this.#unwatch?.();
  }

  /** The full tag of the page where it fits the language shown (`es-MX`), for dates and numbers. */
  get tag(): string {
    const around = languageOf(this.#host);
    return around.split('-')[0].toLowerCase() === this.locale ? around : this.locale;
  }

  /** The text of a key, the clinic's own where it has one. */
  readonly t = (key: keyof English & string, values?: Values): string => this.say(key, values);

  /** The same for a key that is put together at run time; a key without text stands for itself. */
  readonly say = (key: string, values: Values = {}): string => fill(this.find(key) ?? key, values);

  /** The text of a key that need not exist. */
  readonly find = (key: string): string | undefined =>
    this.#host.ownWords?.(this.locale)?.[this.#prefix + key] ??
    this.#words[key] ??
    this.#later[key];

  /** Takes English words that came with a lazy part; other languages are whole, because they are fetched anyway. */
  add(later: Dictionary) {
    this.#later = { ...this.#later, ...later };
  }

  /** A text of the clinic file in the language shown, else in English, else in the first there is. */
  readonly local = (text: LocalText | undefined): string => {
    if (typeof text !== 'object' || text === null) return text ?? '';
    return text[this.tag] ?? text[this.locale] ?? text['en'] ?? Object.values(text)[0] ?? '';
  };

  async #follow() {
    const wanted = languageOf(this.#host).split('-')[0].toLowerCase();
    const source = Object.hasOwn(this.#languages, wanted)
      ? this.#languages[wanted]
      : this.#languages.en;
    const locale = source === this.#languages.en ? 'en' : wanted;
    if (typeof source !== 'function') return this.#show(locale, source);
    this.pending = !this.#shown;
    const enough = setTimeout(() => this.#show(this.locale, this.#words), patience);
    try {
      const words = await source();
      if (languageOf(this.#host).split('-')[0].toLowerCase() === wanted)
        this.#show(locale, words.default);
    } catch {
      this.#show('en', this.#languages.en);
    } finally {
      clearTimeout(enough);
    }
  }

  #show(locale: string, words: Dictionary) {
    this.#shown = true;
    if (!this.pending && locale === this.locale && words === this.#words) return;
    this.pending = false;
    this.locale = locale;
    this.#words = words;
    this.#host.requestUpdate();
  }
}

/** The words of any widget, for code that does not know which keys they have. */
export type AnyMessages = Pick<
  Messages<Dictionary>,
  'say' | 'find' | 'local' | 'locale' | 'tag' | 'add'
>;
