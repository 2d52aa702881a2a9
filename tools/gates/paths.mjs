/** Checks that no tracked file contains a path of one developer's machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const name = 'no machine paths';

const machine = /(?<![\w.~:/-])\/(work|tmp|farm|root|home|Users|mnt)\/[\w.-]+/;

export const findPaths = (text) =>
  text.split('\n').flatMap((line, index) => {
    const found = line.match(machine)?.[0];
    return found ? [`${index + 1} ${found}`] : [];
  });

/** @returns {string[]} */
export const check = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(file) && !/\.(png|jpe?g|webp|ico|woff2?)$/.test(file))
    .flatMap((file) => findPaths(readFileSync(file, 'utf8')).map((found) => `${file}:${found}`));
