/**
 * Checks that nothing in src turns text into markup, style or code. Unlike a lint rule, it cannot
 * be disabled by a comment.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { findSinks } from '../lint/sinks.mjs';

export const name = 'no dangerous sinks';

/** @returns {string[]} */
export const check = (folder = 'src') =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      findSinks(readFileSync(`${folder}/${file}`, 'utf8')).map(
        ({ line, found, instead }) => `${folder}/${file}:${line} ${found}: use ${instead}`,
      ),
    );
