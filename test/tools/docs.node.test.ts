import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { eventTypes } from '../../src/bus/index.js';
import { Clinic, issuesOf } from '../../src/contract/index.js';
import { kebab, settingNames } from '../support/docs.js';

const read = (file: string) => readFileSync(file, 'utf8');
const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file));

const withoutCode = (text: string) => text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** The id that a heading gets: small letters, no punctuation, hyphens for blanks. */
const anchors = (text: string) =>
  [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links of a document that lead to no file, or to no heading in it. */
const deadLinks = (file: string, text: string) =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('/'))
    .filter((target) => {
      const [path, anchor] = target.split('#');
      const to = path ? normalize(join(dirname(file), path)) : file;
      if (!existsSync(to)) return true;
      return !!anchor && !anchors(path ? read(to) : text).includes(anchor);
    });

/** The names in the first column of each table whose first heading is `title`. */
const namesUnder = (title: string, text: string) =>
  [
    ...text.matchAll(new RegExp(`^\\| ${title} +\\|.*\\n\\|[ -|]+\\n((?:\\|.*\\n)+)`, 'gm')),
  ].flatMap(([, rows]) => [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name));
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** Commands of a document that package.json does not have. */
const deadCommands = (text: string, scripts: Record<string, string> = pkg.scripts) =>
  [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)]
    .map(([, script, short]) => script ?? short)
    .filter((script) => !(script in scripts));

const configure = read('docs/configure.md');

describe('the documents', () => {
  it('lead to files and headings that exist', () => {
    expect(documents).toContain('README.md');
    expect(
      documents.flatMap((file) => deadLinks(file, read(file)).map((to) => `${file}: ${to}`)),
    ).toEqual([]);
  });

  it('control: a link to no file and one to no heading are found', () => {
    const text =
      '# Here\n[a](docs/nowhere.md) [b](#there) [c](#here) [d](LICENSE) [e](https://a.example)';
    expect(deadLinks('README.md', text)).toEqual(['docs/nowhere.md', '#there']);
  });

  it('name commands that exist, the two of the README among them', () => {
    const readme = read('README.md');
    expect(readme).toMatch(/^npm start$/m);
    expect(readme).toMatch(/^npm test$/m);
    for (const file of documents) expect(deadCommands(read(file)), file).toEqual([]);
  });

  it('control: a command that does not exist is found', () => {
    expect(deadCommands('npm start, then npm run lint', { lint: '' })).toEqual(['start']);
    expect(deadCommands('npm run fly')).toEqual(['fly']);
  });

  it('list every attribute there is, and no other', () => {
    expect(sorted(namesUnder('Attribute', configure))).toEqual(sorted(settingNames.map(kebab)));
  });

  it('control: an attribute that is missing and one that is made up are seen', () => {
    const names = settingNames.map(kebab);
    const without = configure.replace(/^\| `one-open`.*\n/m, '');
    expect(sorted(namesUnder('Attribute', without))).toEqual(
      sorted(names.filter((name) => name !== 'one-open')),
    );
    const more = configure.replace('| `one-open`', '| `blink` | | |\n| `one-open`');
    expect(namesUnder('Attribute', more)).toContain('blink');
  });

  it('list every key of the clinic file, with an example that the contract takes', () => {
    const { shape } = Clinic._zod.def;
    expect(sorted(namesUnder('Key', configure))).toEqual(sorted(Object.keys(shape)));
    const section = configure.slice(configure.indexOf('## The clinic file'));
    const example = /```json\n([\s\S]*?)```/.exec(section)![1];
    expect(issuesOf(Clinic, JSON.parse(example))).toEqual([]);
  });

  it('list every event', () => {
    expect(sorted(namesUnder('Event', read('docs/events.md')))).toEqual(sorted(eventTypes));
  });

  it('list every token', () => {
    const tokens = read('src/theme/tokens.ts').match(/--clinic-[a-z-]+/g)!;
    const listed = namesUnder('Token', read('docs/style.md'));
    expect(sorted(listed)).toEqual(sorted(tokens.filter((name) => !name.endsWith('-'))));
  });

  it('list every refusal of the receiver', () => {
    const codes = read('src/receiver/problems.ts').match(/^ {2}'?[a-z-]+'?: \[\d+/gm)!;
    const receive = read('docs/receive.md');
    for (const code of codes) expect(receive).toContain(`\`${code.match(/[a-z-]+/)![0]}\``);
  });
});
