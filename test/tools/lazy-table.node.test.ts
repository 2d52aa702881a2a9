import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withLazyTable } from '../../tools/build/lazy-table.mjs';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');

describe('the table of lazy parts in ARCHITECTURE.md', () => {
  it('says what the modules say', async () => {
    expect(await withLazyTable(architecture)).toBe(architecture);
  });

  it('control: a row that is missing is seen', async () => {
    const without = architecture.replace(/^\| `form\/dialog`.*\n/m, '');
    expect(without).not.toBe(architecture);
    expect(await withLazyTable(without)).not.toBe(without);
  });
});
