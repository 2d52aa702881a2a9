/**
 * `npm run gates`: checks of the sources and of a finished build. Prints one line each, and `N
 * passed, N failed`.
 */
import * as lock from './gates/lock.mjs';
import * as manifest from './gates/manifest.mjs';
import * as paths from './gates/paths.mjs';
import * as room from './gates/room.mjs';
import * as sinks from './gates/sinks.mjs';
import * as sizes from './gates/sizes.mjs';

let passed = 0;
let failed = 0;
for (const { name, check } of [lock, paths, sinks, manifest, sizes, room]) {
  const problems = await check();
  if (problems.length) failed++;
  else passed++;
  console.log(`${problems.length ? 'not ok' : 'ok'} ${name}`);
  for (const problem of problems) console.log(`  ${problem}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
