/** Compares a transcript with its recording; what may differ is listed in `allowed.json`, each with its case. */
import { readFileSync } from 'node:fs';
import { difference } from './transcript.mjs';

/** @type {{ case: string, recordings: string, was?: string, is?: string }[]} */
export const allowed = JSON.parse(
  readFileSync(new URL('allowed.json', import.meta.url), 'utf8'),
).map((entry) => ({
  ...entry,
  recordings: new RegExp(`^(?:${entry.recordings})$`),
  was: entry.was === undefined ? undefined : new RegExp(entry.was),
  is: entry.is === undefined ? undefined : new RegExp(entry.is),
}));

/** The differences that nobody has allowed, each with the step it stands in. */
export function compare(name, recorded, now) {
  if (recorded === now) return [];
  const rules = allowed.filter(({ recordings }) => recordings.test(name));
  const [before, after] = [recorded, now].map((text) => text.split('\n'));
  const problems = [];
  let told = '';
  // Step by step, so that one more line does not cost a comparison of everything with everything.
  for (const line of difference(before, after)) {
    const [sign, words] = [line[0], line.slice(2)];
    if (rules.some(({ was, is }) => (sign === '-' ? was : is)?.test(words))) continue;
    const step = stepOf(sign === '-' ? before : after, words);
    if (step !== told) problems.push(`at ${step}`);
    told = step;
    problems.push(`  ${line}`);
  }
  return problems.length > 60
    ? [...problems.slice(0, 60), `… and ${problems.length - 60} more`]
    : problems;
}

function stepOf(lines, words) {
  const at = lines.indexOf(words);
  return lines.slice(0, at + 1).findLast((line) => line.startsWith('## ')) ?? 'the beginning';
}
