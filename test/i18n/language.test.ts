import { expect, fixtureSync } from '@open-wc/testing';
import { languageOf, Messages, watchLanguage } from '../../src/i18n/index.js';
import type { MessagesHost } from '../../src/i18n/messages.js';
import { settle, until } from '../support/index.js';

const en = { hello: 'Hello {name}', only: 'English' };
const es = { hello: 'Hola {name}', only: 'Español' };

/** An element with a root inside another one's, as a widget inside a page builder's own component. */
const nested = (lang = '') => {
  const outer = fixtureSync<HTMLElement>(`<div ${lang && `lang="${lang}"`}><span></span></div>`);
  const inner = document.createElement('b');
  outer.querySelector('span')!.attachShadow({ mode: 'open' }).append(inner);
  return { outer, inner };
};

class Host {
  updates = 0;
  addController() {}
  removeController() {}
  requestUpdate() {
    this.updates++;
  }
  readonly updateComplete = Promise.resolve(true);
}

/** Words for an element that only counts its updates. */
const speak = (
  element: HTMLElement,
  spanish: typeof es | (() => Promise<{ default: typeof es }>) = async () => ({ default: es }),
  ownText?: MessagesHost['ownText'],
) => {
  const host = Object.assign(element, new Host(), {
    addController: () => undefined,
    requestUpdate: () => void host.updates++,
    ...(ownText && { ownText }),
  }) as unknown as MessagesHost & Host;
  const words = new Messages(host, { en, es: spanish });
  words.hostConnected();
  return { words, host };
};

describe('the language of a place', () => {
  it('is that of the nearest lang, across shadow roots', () => {
    expect(languageOf(nested('es-MX').inner)).to.equal('es-MX');
  });

  it('is English where nobody says', () => {
    const before = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    expect(languageOf(nested().inner)).to.equal('en');
    document.documentElement.lang = before;
  });

  it('is followed through all roots around, until one stops watching', async () => {
    const { outer, inner } = nested('en');
    let heard = 0;
    const stop = watchLanguage(inner, () => heard++);
    outer.lang = 'es';
    await settle();
    expect(heard).to.equal(1);
    inner.lang = 'fr';
    await settle();
    expect(heard).to.equal(2);
    stop();
    outer.lang = 'en';
    await settle();
    expect(heard).to.equal(2);
  });
});

describe('words', () => {
  it('stand in the language of the place, with their values filled in', async () => {
    const { words } = speak(nested('es-MX').inner);
    expect(words.pending).to.equal(true);
    await until(() => !words.pending, 'the words');
    expect(words.t('hello', { name: 'Ana' })).to.equal('Hola Ana');
    expect([words.locale, words.tag]).to.deep.equal(['es', 'es-MX']);
  });

  it('are English for a language we do not speak, at once', () => {
    for (const lang of ['fr', 'zz-ZZ', 'constructor', 'toString', 'x'.repeat(400)]) {
      const { words } = speak(nested(lang).inner);
      expect(words.pending, lang).to.equal(false);
      expect(words.t('only')).to.equal('English');
      expect([words.locale, words.tag]).to.deep.equal(['en', 'en']);
    }
  });

  it('are followed when the language changes', async () => {
    const { outer, inner } = nested('en');
    const { words, host } = speak(inner);
    expect(words.t('only')).to.equal('English');
    outer.lang = 'es';
    await until(() => words.t('only') === 'Español', 'Spanish');
    expect(host.updates).to.be.greaterThan(0);
    outer.lang = 'en-GB';
    await until(() => words.t('only') === 'English', 'English');
    expect(words.tag).to.equal('en-GB');
  });

  it('go on in English where the other language cannot be had', async () => {
    const { words } = speak(nested('es').inner, () => Promise.reject(new Error('offline')));
    await until(() => !words.pending, 'the end of waiting');
    expect([words.locale, words.t('only')]).to.deep.equal(['en', 'English']);
  });

  it('hold the first render 3 s at most, then English, then themselves', async () => {
    const real = globalThis.setTimeout;
    let over: (() => void) | undefined;
    globalThis.setTimeout = ((done: () => void, ms?: number) => {
      if (ms === 3000) over = done;
      return real(done, ms);
    }) as typeof setTimeout;
    try {
      let give!: (words: { default: typeof es }) => void;
      const { words } = speak(nested('es').inner, () => new Promise((resolve) => (give = resolve)));
      expect(words.pending).to.equal(true);
      over!();
      expect([words.pending, words.t('only')]).to.deep.equal([false, 'English']);
      give({ default: es });
      await until(() => words.t('only') === 'Español', 'Spanish');
    } finally {
      globalThis.setTimeout = real;
    }
  });

  it('are not those of a language that is no longer wanted', async () => {
    const { outer, inner } = nested('es');
    let give!: (words: { default: typeof es }) => void;
    const { words } = speak(inner, () => new Promise((resolve) => (give = resolve)));
    outer.lang = 'en';
    await settle();
    give({ default: es });
    await settle();
    expect(words.t('only')).to.equal('English');
  });

  it('are the clinic’s own where it has some', () => {
    const { words } = speak(nested('en').inner, es, (language, key) =>
      language === 'en' && key === 'only' ? 'Ours, {name}' : undefined,
    );
    expect(words.say('only', { name: 'Ana' })).to.equal('Ours, Ana');
    expect(words.t('hello')).to.equal('Hello {name}');
  });

  it('leave a place without a value as it is, and a key without words too', () => {
    const { words } = speak(nested('en').inner);
    expect(words.say('hello', { other: 1 })).to.equal('Hello {name}');
    expect(words.say('no.such.key')).to.equal('no.such.key');
    expect(words.find('no.such.key')).to.equal(undefined);
  });

  it('of a clinic file are those of the full tag, the language, English, then any', async () => {
    const { words } = speak(nested('es-MX').inner);
    await until(() => !words.pending, 'the words');
    const { local } = words;
    expect(local({ 'es-MX': 'mx', es: 'es', en: 'en' })).to.equal('mx');
    expect(local({ es: 'es', en: 'en' })).to.equal('es');
    expect(local({ en: 'en', fr: 'fr' })).to.equal('en');
    expect(local({ fr: 'fr' })).to.equal('fr');
    expect(local({})).to.equal('');
    expect(local('for all')).to.equal('for all');
    expect(local(undefined)).to.equal('');
  });
});
