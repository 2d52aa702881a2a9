import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { languageOf, watchLanguage } from './language.js';

/** Texts by key. `{name}` in a text is replaced by the value of that name. */
export type Dictionary = Readonly<Record<string, string>>;

/** The shape that every other language of a dictionary must have: the same keys, none missing, none more. */
export type SameKeys<English> = { readonly [Key in keyof English]: string };

/** One text for all languages, or one per language, as a clinic file says it. */
export type LocalText = string | Readonly<Record<string, string>>;

/** The languages of a widget: English is at hand, others may be fetched when first shown. */
export type Languages<English extends Dictionary> = { en: English } & Record<
  string,
  English | (() => Promise<{ default: SameKeys<English> }>)
>;

/** The words of a part that is loaded later, by language. */
export type LaterWords = Readonly<Record<string, Dictionary>>;

/** Values for the `{name}` places of a text. */
export type Values = Record<string, string | number>;

/** What the clinic file says of a language: it has words for it, leaves it out, or is still on its way. */
export type Offer = 'added' | 'left-out' | 'pending' | undefined;

export interface MessagesHost extends ReactiveControllerHost, HTMLElement {
  /** The clinic's own text for a key of this widget, in one language (BCP 47 primary tag). */
  ownText?(language: string, key: string): string | undefined;
  /** What the clinic file says of a language. The host asks for an update when that changes. */
  offers?(language: string): Offer;
}

/** How long the first render waits for words of another language before it goes on in English, in milliseconds. */
const patience = 3000;

const fill = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const primary = (tag: string) => tag.split('-')[0].toLowerCase();

/** The English texts that are shown in the place of another language, and the words that lack it. */
export const fallbacks = new Map<string, AnyMessages>();

/** The words that a language of the clinic file has besides the clinic file's own: none. */
const none: Dictionary = {};

/**
 * The words of one widget, in the language of the place where it stands. Looked up at every render, never at import, so that
 * two widgets may speak two languages and a change of `lang` is followed. A language that is not built in is the clinic file's; what
 * it lacks is shown in English.
 */
export class Messages<English extends Dictionary> implements ReactiveController {
  /** True while the first words are on their way and the fallback had better stay. */
  pending = false;
  /** The language shown, as a primary tag: what goes out as `locale`. */
  locale = 'en';

  readonly #languages: Languages<English>;
  #words: Dictionary;
  #later: Record<string, Dictionary> = {};
  #shown = false;
  /** The language of the place, as a primary tag, and what the clinic file says of it */
  #wanted = 'en';
  #offer: Offer | 'unknown' = 'unknown';
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #unwatch?: () => void;

  /** @param prefix of the keys in the clinic's own words, where these are the words of a part: `slots.` */
  constructor(
    readonly host: MessagesHost,
    languages: Languages<English>,
    readonly prefix = '',
  ) {
    this.#languages = languages;
    this.#words = languages.en;
    host.addController(this);
  }

  hostConnected() {
    this.#unwatch = watchLanguage(this.host, () => this.#follow());
    this.#follow();
  }

  hostDisconnected() {
    this.#unwatch?.();
  }

  /** The clinic file may have arrived, and with it another language. */
  hostUpdate() {
    this.#follow();
  }

  /** The full tag of the page where it fits the language shown (`es-MX`), for dates and numbers. */
  get tag(): string {
    const around = languageOf(this.host);
    return primary(around) === this.locale ? around : this.locale;
  }

  /** `ltr` where English stands in for the language of the page, which may be written from right to left. */
  get dir(): 'ltr' | undefined {
    return this.locale === 'en' && this.#wanted !== 'en' ? 'ltr' : undefined;
  }

  /** The text of a key, the clinic's own where it has one. */
  readonly t = (key: keyof English & string, values?: Values): string => this.say(key, values);

  /** The same for a key that is put together at run time; a key without text stands for itself. */
  readonly say = (key: string, values: Values = {}): string => this.find(key, values) ?? key;

  /** The text of a key that need not exist. */
  readonly find = (key: string, values?: Values): string | undefined =>
    this.look((language) => this.textIn(language, key), values);

  /** The text of a key in the language shown or in English, not yet filled in. */
  textIn(language: string, key: string): string | undefined {
    return (
      this.host.ownText?.(language, this.prefix + key) ??
      (language === this.locale ? this.#words : this.#languages.en)[key] ??
      this.#later[language]?.[key]
    );
  }

  /** Looks for a text in the language shown, then in English, and puts values in. */
  look(textIn: (language: string) => string | undefined, values?: Values): string | undefined {
    const here = textIn(this.locale);
    const text = here ?? textIn('en');
    const filled = text && values ? fill(text, values) : text;
    return here === undefined || this.dir ? this.#note(filled) : filled;
  }

  /** All English words that are loaded. */
  get english(): Dictionary {
    return { ...this.#languages.en, ...this.#later['en'] };
  }

  /** Takes words that came with a lazily loaded part. */
  add(later: LaterWords) {
    for (const [language, words] of Object.entries(later))
      this.#later[language] = { ...this.#later[language], ...words };
  }

  /** A text of the clinic file in the language shown, else in English, else in the first there is. */
  readonly local = (text: LocalText | undefined): string => {
    if (typeof text !== 'object' || text === null) return text ?? '';
    const here = text[this.tag] ?? text[this.locale];
    return here ?? this.#note(text['en']) ?? Object.values(text)[0] ?? '';
  };

  /** English is shown in the place of another language: it will be marked as such. */
  #note(text: string | undefined): string | undefined {
    if (text && !fallbacks.has(text)) {
      fallbacks.set(text, this);
      this.host.requestUpdate();
    }
    return text;
  }

  #follow() {
    const wanted = primary(languageOf(this.host));
    const offer = wanted === 'en' ? undefined : this.host.offers?.(wanted);
    if (wanted === this.#wanted && offer === this.#offer) return;
    this.#wanted = wanted;
    this.#offer = offer;
    const { en } = this.#languages;
    const isBuiltIn = offer !== 'left-out' && Object.hasOwn(this.#languages, wanted);
    const words = isBuiltIn ? this.#languages[wanted] : offer === 'added' ? none : en;
    if (!isBuiltIn && offer === 'pending') this.#wait();
    else if (typeof words === 'function') void this.#fetch(wanted, words);
    else this.#show(words === en ? 'en' : wanted, words);
  }

  async #fetch(locale: string, load: () => Promise<{ default: SameKeys<English> }>) {
    this.#wait();
    const words = await load().catch(() => undefined);
    if (locale !== this.#wanted || this.#offer === 'left-out') return;
    if (words) this.#show(locale, words.default);
    else this.#show('en', this.#languages.en);
  }

  #wait() {
    this.pending = !this.#shown;
    if (this.pending)
      this.#timer ??= setTimeout(() => this.#show(this.locale, this.#words), patience);
  }

  #show(locale: string, words: Dictionary) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = true;
    if (!this.pending && locale === this.locale && words === this.#words) return;
    this.pending = false;
    this.locale = locale;
    this.#words = words;
    this.host.requestUpdate();
  }
}

/** The words of any widget, for code that does not know which keys they have. */
export type AnyMessages = Omit<Messages<Dictionary>, 't'>;
