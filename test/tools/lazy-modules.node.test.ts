import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, describe, it } from 'vitest';
import { chosenLazy, lazyModules } from '../../tools/build/lazy-modules.mjs';

/** Sources that name these modules in an `import()`, and the modules. */
const importing = (...modules: string[]): Record<string, string> => ({
  'page.ts': modules.map((path) => `void import('./${path.replace(/ts$/, 'js')}');`).join('\n'),
  ...Object.fromEntries(modules.map((path) => [path, ''])),
});

const sources = {
  ...importing(
    'form/dialog.lazy.ts',
    'form/submission.lazy/index.ts',
    'photos/prepare.lazy/card-photos.ts',
    'scheduling/slot-picker.lazy/slot-picker.ts',
    'scheduling/slot-picker.lazy/messages/es.lazy.ts',
    'config/clinic-config.ts',
  ),
  'form/form.ts': `import type { Seal } from './submission.lazy/seal.js';`,
  'form/submission.lazy/seal.ts': '',
  'widgets/clinic-faq/lazy.ts': '',
};

describe('lazyModules', () => {
  it('finds what import() names under a lazy name', () => {
    expect(lazyModules('src', sources)).toEqual([
      { part: 'form/dialog', file: 'src/form/dialog.lazy.ts', chunk: 'dialog' },
      { part: 'form/submission', file: 'src/form/submission.lazy/index.ts', chunk: 'index' },
      {
        part: 'photos/prepare/card-photos',
        file: 'src/photos/prepare.lazy/card-photos.ts',
        chunk: 'card-photos',
      },
      {
        part: 'scheduling/slot-picker',
        file: 'src/scheduling/slot-picker.lazy/slot-picker.ts',
        chunk: 'slot-picker',
      },
      {
        part: 'scheduling/slot-picker/messages/es',
        file: 'src/scheduling/slot-picker.lazy/messages/es.lazy.ts',
        chunk: 'slot-picker.es',
      },
    ]);
  });

  it('follows import() from a deeper folder', () => {
    const found = lazyModules('src', {
      'a/b/c.ts': `await import(\n'../../d.lazy.js'\n)`,
      'd.lazy.ts': '',
    });
    expect(found.map(({ part }) => part)).toEqual(['d']);
  });

  it('control: refuses a lazy name that no import() names, and one part twice', () => {
    expect(() => lazyModules('src', { 'a/b.lazy.ts': '' })).toThrow('src/a/b.lazy.ts');
    expect(() => lazyModules('src', { 'a/b.lazy/b.ts': '' })).toThrow('src/a/b.lazy/');
    expect(() => lazyModules('src', importing('a/b.lazy.ts', 'a/b.lazy/index.ts'))).toThrow('a/b');
  });

  it('reads a folder, and the sources there are', () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clinic-widgets-lazy-'));
    try {
      mkdirSync(join(folder, 'form/check.lazy'), { recursive: true });
      writeFileSync(join(folder, 'form/check.lazy/check.ts'), '');
      writeFileSync(join(folder, 'form/form.ts'), `import('./check.lazy/check.js')`);
      expect(lazyModules(folder).map(({ part }) => part)).toEqual(['form/check']);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(lazyModules().length).toBeGreaterThan(20);
  });
});

describe('chosenLazy', () => {
  const modules = lazyModules('src', sources);

  it('gives the modules of a list in its order', () => {
    const chosen = chosenLazy(['scheduling/slot-picker', 'form/dialog'], modules);
    expect(chosen.map(({ chunk }) => chunk)).toEqual(['slot-picker', 'dialog']);
  });

  it('control: refuses a part that is not there', () => {
    expect(() => chosenLazy(['form/dialogue'], modules)).toThrow('form/dialogue');
  });
});
