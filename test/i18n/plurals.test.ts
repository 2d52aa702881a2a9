import { expect, fixtureSync } from '@open-wc/testing';
import { Messages, plural, type MessagesHost } from '../../src/i18n/index.js';

const en = { 'found.one': '1 found', 'found.other': '{count} found' };

/** Words in a language that the clinic file adds. */
function speak(lang: string, own: Record<string, string>) {
  const host = Object.assign(fixtureSync<HTMLElement>(`<b lang="${lang}"></b>`), {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
    offers: (language: string) => (language === 'en' ? undefined : ('added' as const)),
    ownText: (_: string, key: string) => own[key],
  }) as unknown as MessagesHost;
  const words = new Messages(host, { en });
  words.hostConnected();
  return (count: number, former?: Record<string, string>) =>
    plural(words, 'found', count, {}, former);
}

describe('the text for a count', () => {
  it('is that of one or of many in English', () => {
    const found = speak('en', {});
    expect([0, 1, 2].map((count) => found(count))).to.deep.equal(['0 found', '1 found', '2 found']);
  });

  it('has as many forms as the language', () => {
    const polish = speak('pl', {
      'found.one': '{count} pytanie',
      'found.few': '{count} pytania',
      'found.many': '{count} pytań',
      'found.other': '{count} pytania',
    });
    expect([1, 3, 5].map((count) => polish(count))).to.deep.equal([
      '1 pytanie',
      '3 pytania',
      '5 pytań',
    ]);
    const arabic = speak('ar', { 'found.zero': '٠', 'found.two': '٢', 'found.other': 'و' });
    expect([0, 2, 100].map((count) => arabic(count))).to.deep.equal(['٠', '٢', 'و']);
  });

  it('is the usual one where the language says no other, and English where it says none', () => {
    expect(speak('fr', { 'found.other': '{count} trouvés' })(1)).to.equal('1 trouvés');
    expect(speak('fr', {})(1)).to.equal('1 found');
    expect(speak('en', { 'found.zero': 'Nothing' })(0)).to.equal('Nothing');
  });

  it('is found under its former keys, where a clinic file still has those', () => {
    const former = { one: 'found.1', other: 'found' };
    const own = { 'found.1': 'Ours', found: 'Ours: {count}' };
    expect([1, 2].map((count) => speak('en', own)(count, former))).to.deep.equal([
      'Ours',
      'Ours: 2',
    ]);
    expect(speak('en', { found: 'Ours: {count}' })(1, former)).to.equal('1 found');
  });
});
