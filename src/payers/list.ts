import { longestPayerName, type Payer } from '../contract/coverage.js';
import { lookup } from '../transport/lookup.js';
import { PayerIndex } from './search.js';

/** What the contract takes for an id and a name: a longer one would be refused when the visitor has long forgotten it. */
const fits = (text: unknown, most: number): text is string =>
  typeof text === 'string' && text.trim() !== '' && text.length <= most;

/** Of a list as it came those that can be chosen. Of two with one id the first counts: nobody could say which was meant. */
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
 * The list behind an address, or the list itself, made ready to be searched: once for all widgets of a page. One that could not be had is
 * asked for again by whoever comes next.
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
