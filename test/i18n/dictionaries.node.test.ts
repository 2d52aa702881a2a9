import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMessages, dictionaries } from '../../tools/build/dictionaries.mjs';

const load = (file: string) =>
  import(/* @vite-ignore */ pathToFileURL(resolve(`src/${file}.ts`)).href) as Promise<
    Record<string, Record<string, string>>
  >;

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

/** What a language has wrong, compared with English. A singular may say its number in words. */
function differences(english: Record<string, string>, other: Record<string, string>): string[] {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(other, key));
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(english, key));
  const changed = Object.keys(english).filter(
    (key) =>
      !key.endsWith('.one') &&
      other[key] !== undefined &&
      places(english[key]) !== places(other[key]),
  );
  return [
    ...missing.map((key) => `${key} is missing`),
    ...extra.map((key) => `${key} is not in English`),
    ...changed.map((key) => `${key} has other places`),
  ];
}

describe('the dictionaries', () => {
  it('have the same keys and places in both languages', async () => {
    expect(differences(await allMessages(load, 'en'), await allMessages(load, 'es'))).toEqual([]);
  });

  it('are told apart where they are not the same', () => {
    expect(differences({ a: 'A', b: 'B {x}', c: 'C' }, { a: 'A', b: 'B {y}', d: 'D' })).toEqual([
      'c is missing',
      'd is not in English',
      'b has other places',
    ]);
  });

  it('are all in the list that messages.en.json is made of', () => {
    const named = new Set(dictionaries.flatMap(({ file, spanish }) => [file, spanish ?? file]));
    const holdsWords = (file: string) =>
      /: SameKeys<typeof \w+/.test(readFileSync(`src/${file}`, 'utf8')) ||
      /^import \{.*en as formEn/m.test(readFileSync(`src/${file}`, 'utf8'));
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('i18n/') && holdsWords(file))
      .map((file) => file.slice(0, -3));
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => !named.has(file))).toEqual([]);
  });

  it('give a key one text in a widget', async () => {
    const seen = new Map<string, string>();
    for (const { file, tags, prefix = '', en = 'en' } of dictionaries)
      for (const tag of tags)
        for (const [key, text] of Object.entries((await load(file))[en])) {
          const name = `${tag}.${prefix}${key}`;
          expect(seen.get(name) ?? text, name).toBe(text);
          seen.set(name, text);
        }
  });
});
