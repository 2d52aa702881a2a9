/**
 * Writes the table of lazily loaded parts in ARCHITECTURE.md from the comment that opens each of
 * these modules (what it is, and when it is loaded): `node tools/build/lazy-table.mjs`. A test
 * fails if the table is outdated.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { lazyModules } from './lazy-modules.mjs';

const file = 'ARCHITECTURE.md';
const [begin, end] = ['<!-- lazy parts -->', '<!-- end of lazy parts -->'];

/** The first paragraph of a module's opening comment. */
const introOf = ({ file }) => {
  const [, comment] = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, 'utf8')) ?? [];
  const [paragraph] = (comment ?? '')
    .replaceAll(/\n \* ?/g, '\n')
    .trim()
    .split(/\n\s*\n/);
  if (!/\bloaded\b/i.test(paragraph))
    throw new Error(`${file} must open with a comment that says what it is and when it is loaded.`);
  return paragraph.replaceAll('\n', ' ').replaceAll('|', '\\|').trim();
};

/** ARCHITECTURE.md with the table made from the modules. */
export async function withLazyTable(text = readFileSync(file, 'utf8')) {
  const rows = lazyModules().map((module) => `| \`${module.part}\` | ${introOf(module)} |`);
  const table = ['| Part | What it is, and when it is loaded |', '| --- | --- |', ...rows].join(
    '\n',
  );
  const [before, rest] = text.split(begin);
  const [, after] = (rest ?? '').split(end);
  if (after === undefined) throw new Error(`${file} has no place for the table: ${begin} … ${end}`);
  const options = await resolveConfig(file);
  return format(`${before}${begin}\n\n${table}\n\n${end}${after}`, { ...options, filepath: file });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, await withLazyTable());
