import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, describe, it } from 'vitest';
import { chosenLazy, lazyModules } from '../../tools/build/lazy-modules.mjs';

const files = [
  'form/form.ts',
  'form/dialog.lazy.ts',
  'form/submission.lazy/index.ts',
  'form/submission.lazy/seal.ts',
  'scheduling/slot-picker.lazy/slot-picker.ts',
  'scheduling/slot-picker.lazy/parts/month.ts',
  'widgets/clinic-faq/parts/search.lazy/index.ts',
  'widgets/clinic-faq/lazy.ts',
];

describe('lazyModules', () => {
  it('finds files and folders by their suffix', () => {
    expect(lazyModules('src', files)).toEqual([
      { part: 'form/dialog', file: 'src/form/dialog.lazy.ts', chunk: 'dialog' },
      { part: 'form/submission', file: 'src/form/submission.lazy/index.ts', chunk: 'submission' },
      {
        part: 'scheduling/slot-picker',
        file: 'src/scheduling/slot-picker.lazy/slot-picker.ts',
        chunk: 'slot-picker',
      },
      {
        part: 'widgets/clinic-faq/parts/search',
        file: 'src/widgets/clinic-faq/parts/search.lazy/index.ts',
        chunk: 'search',
      },
    ]);
  });

  it('refuses a folder without a file to import, and one part twice', () => {
    expect(() => lazyModules('src', ['a/b.lazy/c.ts'])).toThrow(
      'a/b.lazy/index.ts or a/b.lazy/b.ts',
    );
    expect(() => lazyModules('src', ['a/b.lazy.ts', 'a/b.lazy/index.ts'])).toThrow('a/b');
  });

  it('reads a folder, and the sources there are', () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clinic-widgets-lazy-'));
    try {
      mkdirSync(join(folder, 'form/check.lazy'), { recursive: true });
      writeFileSync(join(folder, 'form/check.lazy/index.ts'), '');
      writeFileSync(join(folder, 'top.lazy.ts'), '');
      expect(lazyModules(folder).map(({ part }) => part)).toEqual(['form/check', 'top']);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(Array.isArray(lazyModules())).toBe(true);
  });
});

describe('chosenLazy', () => {
  const modules = lazyModules('src', files);

  it('gives the modules of a list in its order', () => {
    const chosen = chosenLazy(['scheduling/slot-picker', 'form/dialog'], modules);
    expect(chosen.map(({ chunk }) => chunk)).toEqual(['slot-picker', 'dialog']);
  });

  it('control: refuses a part that is not there', () => {
    expect(() => chosenLazy(['form/dialogue'], modules)).toThrow('form/dialogue');
  });
});
