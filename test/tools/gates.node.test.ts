import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as lock from '../../tools/gates/lock.mjs';
import * as manifest from '../../tools/gates/manifest.mjs';
import { findPaths } from '../../tools/gates/paths.mjs';
import * as sinks from '../../tools/gates/sinks.mjs';
import * as sizes from '../../tools/gates/sizes.mjs';

let folder: string;
const put = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-gates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A gate that never closes keeps nothing out: each is shown what it must refuse. */
describe('gates', () => {
  it('sizes refuses a file above its budget, a lazy part above the common one, and a missing file', () => {
    const names = ['clinic-widgets', 'clinic-widgets.classic', 'clinic-faq', 'newsletter-signup'];
    for (const name of [...names, 'insurance-check', 'appointment-form', 'es-abc'])
      put(`${name}.js`, '');
    put('clinic-widgets.css', '');
    expect(sizes.check(folder)).toEqual([]);

    // Random bytes do not compress.
    put('clinic-faq.js', randomBytes(11_600));
    put('es-abc.js', randomBytes(12_100));
    put('clinic-widgets.css', ' '.repeat(1001));
    rmSync(join(folder, 'newsletter-signup.js'));
    expect(
      sizes
        .check(folder)
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(['clinic-faq.js', 'clinic-widgets.css', 'es-abc.js', 'newsletter-signup.js']);
  });

  it('sizes refuses a search that is no small part, and schemas in the FAQ', () => {
    const names = ['clinic-widgets', 'clinic-widgets.classic', 'clinic-faq', 'newsletter-signup'];
    for (const name of [...names, 'insurance-check', 'appointment-form', 'search-abc'])
      put(`${name}.js`, '_zod'.slice(name === 'clinic-faq' ? 1 : 0));
    put('clinic-widgets.css', '');
    expect(sizes.check(folder)).toEqual([]);

    put('clinic-faq.js', 'class A { _zod = 1 }');
    put('search-abc.js', randomBytes(3600));
    expect(
      sizes
        .check(folder)
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(['clinic-faq.js', 'search-abc.js']);
  });

  it('manifest refuses one that lacks an attribute', async () => {
    const committed = readFileSync('custom-elements.json', 'utf8');
    const stale = put('custom-elements.json', committed.replaceAll('heading-level', 'headline'));
    expect(await manifest.check(stale)).toHaveLength(1);
  });

  it('lock refuses a missing platform package and the address of a registry', () => {
    const whole = {
      '': {},
      'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0' } },
      'node_modules/a-linux': { version: '1.0.0' },
    };
    const file = (packages: object) => put('package-lock.json', JSON.stringify({ packages }));
    expect(lock.check(file(whole))).toEqual([]);
    expect(lock.check(file({ ...whole, 'node_modules/a-linux': undefined }))).toHaveLength(1);
    const resolved = 'https://registry.example/a.tgz';
    expect(lock.check(file({ ...whole, 'node_modules/b': { resolved } }))).toHaveLength(1);
  });

  it('sinks refuses one also where the linter was told to look away', () => {
    put('a.ts', '// innerHTML\nexport const a = 1;\n');
    expect(sinks.check(folder)).toEqual([]);
    put('a.ts', '/* eslint-disable */\ndocument.body.innerHTML = location.hash;\n');
    expect(sinks.check(folder)).toEqual([expect.stringContaining('a.ts:2 innerHTML')]);
  });

  it('paths refuses a path of one machine, and no path of the web', () => {
    const someone = ['', 'home', 'somebody'].join('/');
    expect(findPaths(`see ${someone}/notes`)).toHaveLength(1);
    expect(findPaths(`'${someone}'`)).toHaveLength(1);
    expect(findPaths(`https://clinic.example${someone} and ./src/work/x`)).toEqual([]);
  });
});
