import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

/** What a module does when it is imported, beyond what it exports: it defines an element. */
const definesElement = /^(define|(if .*\n?\s*)?customElements\.define)\(/m;

const modules = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file))
  .filter((file) => definesElement.test(readFileSync(file, 'utf8')));

const isListed = (file: string) =>
  pkg.sideEffects.some((pattern) =>
    pattern.endsWith('/**')
      ? `./${file}`.startsWith(pattern.slice(0, -2))
      : `./${file}` === pattern,
  );

// A bundler drops a module that is imported for its effect only, unless it is listed: the element stays undefined in what ships.
describe('sideEffects in package.json', () => {
  it('lists each module that defines an element, as source and as built', () => {
    expect(modules).toContain('src/scheduling/slot-picker.lazy/slot-picker.ts');
    expect(modules.filter((file) => !isListed(file))).toEqual([]);
    const built = modules.map((file) => file.replace(/^src/, 'dist/lib').replace(/ts$/, 'js'));
    expect(built.filter((file) => !isListed(file))).toEqual([]);
  });

  it('control: does not list a module of functions', () => {
    expect(isListed('src/time/zone.ts')).toBe(false);
  });
});
