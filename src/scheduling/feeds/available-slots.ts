/**
 * Reads available times from JSON in our own format, a FHIR R4 Bundle of `Slot`, or a manifest of
 * SMART Scheduling Links (https://build.fhir.org/ig/HL7/smart-scheduling-links/), and returns one
 * list. Feeds come from other systems: invalid entries are left out and never cause an error.
 */
import { getOwn, parseBody } from '../../transport/body.js';
import { LookupError, lookupText, type LookupOptions } from '../../transport/lookup.js';
import {
  idOf,
  maxSlots,
  set,
  times,
  words,
  type AvailableSlot,
  type KnownIds,
  type Page,
  type SlotFeed,
  type SlotQuery,
} from './slot-feed.js';

/** Reads one entry of our own JSON format. */
function plainSlot(entry: unknown): AvailableSlot | undefined {
  const id = idOf(getOwn(entry, 'id'));
  const when = times(getOwn(entry, 'start'), getOwn(entry, 'end'));
  if (id === undefined || !when) return undefined;
  const said = getOwn(entry, 'visit');
  const visit = said === 'in-person' || said === 'telehealth' ? said : undefined;
  return {
    id,
    ...when,
    ...set('service', idOf(getOwn(entry, 'service'))),
    ...set('location', idOf(getOwn(entry, 'location'))),
    ...set('clinician', idOf(getOwn(entry, 'clinician'))),
    ...(visit && { visit }),
  };
}

/**
 * Sorts times and removes past ones and duplicates. Entries that look the same to a visitor are
 * duplicates.
 */
function inOrder(slots: AvailableSlot[], now: number): AvailableSlot[] {
  const seen = new Set<string>();
  const once = (key: string) => !seen.has(key) && !!seen.add(key);
  return slots
    .filter(({ from }) => from > now)
    .sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1))
    .filter(({ id, from, to, service, location, clinician, visit, place, who }) =>
      [`#${id}`, JSON.stringify([from, to, service, location, clinician, visit, place, who])].every(
        once,
      ),
    );
}

const joined = ({ slots, unread, timeZone }: Page, now: number): SlotFeed => ({
  slots: inOrder(slots, now),
  unread,
  ...(timeZone && { timeZone }),
});

function plainFeed(body: unknown): Page | undefined {
  const entries = Array.isArray(body) ? (body as unknown[]) : getOwn(body, 'slots');
  if (!Array.isArray(entries)) return undefined;
  const read = entries.slice(0, maxSlots).map(plainSlot);
  return {
    slots: read.filter((slot) => slot !== undefined),
    unread: read.filter((slot) => slot === undefined).length,
    timeZone: words(getOwn(body, 'timeZone')),
  };
}

/** The times in a list inside another response, such as the nearest times in a rejection. */
export const slotsIn = (entries: unknown, now = Date.now()): AvailableSlot[] => {
  const page = plainFeed(entries);
  return page ? joined(page, now).slots : [];
};

/**
 * Requests the available times.
 *
 * @throws {LookupError} if the request fails or returns something else; the signal's reason if it
 * aborts
 */
export async function askSlots(
  address: string,
  { from, to, service, location, clinician }: SlotQuery,
  known: KnownIds,
  options: LookupOptions & { now?: number } = {},
): Promise<SlotFeed> {
  const { now = Date.now() } = options;
  const url = new URL(address, globalThis.location.href);
  for (const [name, value] of Object.entries({ from, to, service, location, clinician }))
    if (value !== undefined) url.searchParams.set(name, value);

  const ask = async (at: string, accept: string) =>
    (await lookupText(at, { headers: { Accept: accept }, cache: 'no-cache' }, options)).text;
  const json = async (at: string): Promise<unknown> => {
    const body = parseBody(await ask(at, 'application/json, application/fhir+json;q=0.9'));
    if (body.is !== 'json') throw new LookupError(address, 'format');
    return body.value;
  };

  const body = await json(url.href);
  const plain = plainFeed(body);
  if (plain) return joined(plain, now);

  // Few clinics use these formats, so their reader is loaded on demand.
  const { foreignFeed } = await import('./foreign-feeds.lazy.js');
  const page = await foreignFeed(body, url, { ask, json, known, signal: options.signal });
  if (!page) throw new LookupError(address, 'format');
  return joined(page, now);
}
