import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { languageOf, watchLanguage } from './language.js';

/** Texts by key. `{name}` in a text is replaced by the value of that name. */
export type Dictionary = Readonly<Record<string, string>>;

/** The type of another language of a dictionary: exactly the same keys. */
export type SameKeys<English> = { readonly [Key in keyof English]: string };

/** One text for all languages, or one per language, as in a clinic file. */
export type LocalText = string | Readonly<Record<string, string>>;

/** The languages of a widget: English is bundled, others may be loaded when first shown. */
export type Languages<English extends Dictionary> = { en: English } & Record<
  string,
  English | (() => Promise<{ default: SameKeys<English> }>)
>;

/** The messages of a lazily loaded part, by language. */
export type LaterWords = Readonly<Record<string, Dictionary>>;

/** Values for the `{name}` placeholders of a text. */
export type Values = Record<string, string | number>;

/**
 * What the clinic file offers of a language: it has messages, leaves the language out, or is still
 * loading.
 */
export type Offer = 'added' | 'left-out' | 'pending' | undefined;

export interface MessagesHost extends ReactiveControllerHost, HTMLElement {
  /** The clinic's own text for a key of this widget, in one language (BCP 47 primary tag). */
  ownText?(language: string, key: string): string | undefined;
  /** What the clinic file offers of a language. The host requests an update when that changes. */
  offers?(language: string): Offer;
}

/**
 * How long the first render waits for messages of another language before it uses English, in ms.
 */
const patience = 3000;

const fill = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const primary = (tag: string) => tag.split('-')[0].toLowerCase();

/** The English texts shown in place of another language, and the messages that lack it. */
export const fallbacks = new Map<string, AnyMessages>();

/** Used for a language that only the clinic file has. */
const none: Dictionary = {};

/**
 * The messages of one widget, in the language of its place in the page. They are looked up at every
 * render, never at import, so that widgets can have different languages and follow changes of
 * `lang`. A language that is not built in comes from the clinic file; missing texts are shown in
 * English.
 */
export class Messages<English extends Dictionary> implements ReactiveController {
  /** Whether the first messages are still loading and the fallback should stay. */
  pending = false;
  /** The language shown, as a primary tag; sent as `locale`. */
  locale = 'en';

  readonly #languages: Languages<English>;
  #words: Dictionary;
  #later: Record<string, Dictionary> = {};
  #shown = false;
  /**
   * The language of the page around the widget, as a primary tag, and what the clinic file offers
   * of it
   */
  #wanted = 'en';
  #offer: Offer | 'unknown' = 'unknown';
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #unwatch?: () => void;

  /** @param prefix of the keys in the clinic file, for the messages of a part: `slots.` */
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

  /** The clinic file may have arrived with another language. */
  hostUpdate() {
    this.#follow();
  }

  /** The page's full tag if it matches the language shown (`es-MX`), for dates and numbers. */
  get tag(): string {
    const around = languageOf(this.host);
    return primary(around) === this.locale ? around : this.locale;
  }

  /**
   * `ltr` if English replaces the language of the page, which may be written from right to left.
   */
  get dir(): 'ltr' | undefined {
    return this.locale === 'en' && this.#wanted !== 'en' ? 'ltr' : undefined;
  }

  /** The text of a key; the clinic's own if it has one. */
  readonly t = (key: keyof English & string, values?: Values): string => this.say(key, values);

  /** The text of a key built at run time; the key itself if there is no text. */
  readonly say = (key: string, values: Values = {}): string => this.find(key, values) ?? key;

  /** The text of a key; undefined if there is none. */
  readonly find = (key: string, values?: Values): string | undefined =>
    this.look((language) => this.textIn(language, key), values);

  /** The text of a key in the language shown or in English, with placeholders. */
  textIn(language: string, key: string): string | undefined {
    return (
      this.host.ownText?.(language, this.prefix + key) ??
      (language === this.locale ? this.#words : this.#languages.en)[key] ??
      this.#later[language]?.[key]
    );
  }

  /** Looks up a text in the language shown, then in English, and inserts the values. */
  look(textIn: (language: string) => string | undefined, values?: Values): string | undefined {
    const here = textIn(this.locale);
    const text = here ?? textIn('en');
    const filled = text && values ? fill(text, values) : text;
    return here === undefined || this.dir ? this.#note(filled) : filled;
  }

  /** All English messages loaded so far. */
  get english(): Dictionary {
    return { ...this.#languages.en, ...this.#later['en'] };
  }

  /** Adds the messages of a lazily loaded part. */
  add(later: LaterWords) {
    for (const [language, words] of Object.entries(later))
      this.#later[language] = { ...this.#later[language], ...words };
  }

  /** A text of the clinic file in the language shown, else in English, else the first one. */
  readonly local = (text: LocalText | undefined): string => {
    if (typeof text !== 'object' || text === null) return text ?? '';
    const here = text[this.tag] ?? text[this.locale];
    return here ?? this.#note(text['en']) ?? Object.values(text)[0] ?? '';
  };

  /** Records an English text shown in place of another language, to mark it with `lang`. */
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

/** The messages of any widget, for code that does not know their keys. */
export type AnyMessages = Omit<Messages<Dictionary>, 't'>;
