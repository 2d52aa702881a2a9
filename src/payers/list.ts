import { longestPayerName, type Payer } from '../contract/coverage.js';
import { lookup } from '../transport/lookup.js';
import { PayerIndex } from './search.js';

/** Whether a text fits the contract's limit; a longer id or name would be rejected on sending. */
const fits = (text: unknown, most: number): text is string =>
  typeof text === 'string' && text.trim() !== '' && text.length <= most;

/** The valid entries of a list. Of two entries with the same id, the first is used. */
const usable = (list: readonly unknown[]): Payer[] => {
  const ids = new Set<string>();
  return (list as (Payer | null)[]).filter((payer): payer is Payer => {
    if (!fits(payer?.id, 100) || !fits(payer.name, longestPayerName) || ids.has(payer.id))
      return false;
    ids.add(payer.id);
    return true;
  });
};

const known = new Map<unknown, Promise<PayerIndex>>();

/**
 * Loads a list, or takes one, and indexes it for search, once for all widgets of a page. A failed
 * request is repeated on the next call.
 */
export function payersFrom(source: string | readonly Payer[]): Promise<PayerIndex> {
  const key = typeof source === 'string' ? new URL(source, location.href).href : source;
  let index = known.get(key);
  if (!index) {
    known.set(key, (index = load(key)));
    index.catch(() => known.delete(key));
  }
  return index;
}

async function load(source: string | readonly Payer[]): Promise<PayerIndex> {
  const list = typeof source === 'string' ? await lookup<unknown>(source) : source;
  if (!Array.isArray(list)) throw new Error('it must hold a list');
  return PayerIndex.build(usable(list));
}
