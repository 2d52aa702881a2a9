import type { Payer } from '../../src/contract/index.js';

export function manyPayers(count?: number, seed?: number): Payer[];
export const queries: readonly (readonly [written: string, meant: string])[];
