/**
 * Checks that the lock file can be installed. If a registry lacks a platform's package of a new
 * version, npm silently leaves it out of the lock file, and `npm ci` fails on that platform.
 */
import { readFileSync } from 'node:fs';

export const name = 'lock file complete';

/** @returns {string[]} */
export function check(file = 'package-lock.json') {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const has = (from, name) => {
    for (let at = from; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
      if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
      if (!at) return false;
    }
  };
  return Object.entries(packages).flatMap(
    ([at, { optionalDependencies = {}, resolved, version }]) => [
      ...Object.keys(optionalDependencies)
        .filter((name) => !has(at, name))
        .map((name) => `${name} is missing, which ${at} ${version} wants`),
      ...(resolved ? [`${at} names a registry: ${resolved}`] : []),
    ],
  );
}
