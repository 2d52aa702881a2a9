/**
 * Free times, from whatever a clinic has: our own JSON, a FHIR R4 Bundle of `Slot`, or a manifest of SMART Scheduling Links
 * (https://build.fhir.org/ig/HL7/smart-scheduling-links/). All become one list. A feed is written by others: what cannot be read in it is
 * left out, and nothing in it makes this throw.
 */
import { isMoment } from '../contract/moment.js';
import { isObject, own, parseBody } from './body.js';
import { checkEndpoint } from './endpoint.js';
import { actorsOf, linksOf, Resources } from './formats/fhir.js';
import { LookupError, lookupText, type LookupOptions } from './lookup.js';

/** A time that may be booked, here or elsewhere. */
export interface FreeSlot {
  id: string;
  /** RFC 3339 as the feed has written it, with its offset: so it travels */
  start: string;
  end: string;
  /** The same in milliseconds */
  from: number;
  to: number;
  service?: string;
  location?: string;
  clinician?: string;
  visit?: 'in-person' | 'telehealth';
  /** The name of its place, where the feed gives one */
  place?: string;
  /** The name of who is seen, where the feed gives one */
  who?: string;
  /** Booked on another page */
  link?: string;
  /** Booked by a call */
  phone?: string;
}

/** The free times of a feed in order of time, each once. */
export interface SlotFeed {
  slots: FreeSlot[];
  /** IANA zone of the clinic's clocks, where the feed names one */
  timeZone?: string;
  /** How many entries could not be read */
  unread: number;
}

/** What is asked for. Ids are those of the clinic's own lists, and nothing else ever stands in a query. */
export interface SlotQuery {
  from: string;
  to: string;
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
}

/** The ids of the clinic's own lists, by which the codes of other systems are understood. */
export type KnownIds = Partial<Record<'service' | 'location' | 'clinician', readonly string[]>>;

/** Entries that are read of one feed at most, and files or pages of it. */
const mostSlots = 20_000;
const mostFiles = 24;
const mostPages = 20;

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;

const idOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' && text.length <= 100 ? text : undefined;
};

/** A number to call, as people write it. */
const phoneOf = (value: unknown): string | undefined =>
  /^\+?[\d\s().\-–x]{7,40}$/i.test(words(value) ?? '') ? words(value) : undefined;

const times = (start: unknown, end: unknown) => {
  if (typeof start !== 'string' || typeof end !== 'string') return undefined;
  if (!isMoment(start) || !isMoment(end)) return undefined;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return to > from ? { start, end, from, to } : undefined;
};

const set = <const Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

/** One entry of our own JSON. */
function plainSlot(entry: unknown): FreeSlot | undefined {
  const id = idOf(own(entry, 'id'));
  const when = times(own(entry, 'start'), own(entry, 'end'));
  if (id === undefined || !when) return undefined;
  const said = own(entry, 'visit');
  const visit = said === 'in-person' || said === 'telehealth' ? said : undefined;
  return {
    id,
    ...when,
    ...set('service', idOf(own(entry, 'service'))),
    ...set('location', idOf(own(entry, 'location'))),
    ...set('clinician', idOf(own(entry, 'clinician'))),
    ...(visit && { visit }),
  };
}

/** One resource `Slot`; `busy`: none that is free. */
function fhirSlot(slot: unknown, resources: Resources, known: KnownIds) {
  if (own(slot, 'resourceType') !== 'Slot') return undefined;
  const status = own(slot, 'status');
  if (typeof status === 'string' && status !== 'free') return 'busy';
  const when = times(own(slot, 'start'), own(slot, 'end'));
  const { link: address, phone: number } = linksOf(slot);
  const checked = words(address) && checkEndpoint(words(address)!);
  const link = checked && 'url' in checked ? checked.url : undefined;
  const phone = phoneOf(number);
  const id = idOf(own(slot, 'id')) ?? link?.slice(-100);
  if (status === undefined || id === undefined || !when) return undefined;
  // Its publisher wants it booked elsewhere, but says no way that may be shown.
  if ((address !== undefined || number !== undefined) && !link && !phone) return undefined;
  const { services, locations, clinicians, place, who, visit } = actorsOf(slot, resources);
  const pick = (all: string[], ids: readonly string[] | undefined) =>
    idOf(all.find((one) => ids?.includes(one)) ?? all[0]);
  return {
    id,
    ...when,
    ...set('service', pick(services, known.service)),
    ...set('location', pick(locations, known.location)),
    ...set('clinician', pick(clinicians, known.clinician)),
    ...(visit && { visit }),
    ...set('place', words(place)),
    ...set('who', words(who)),
    ...set('link', link),
    ...set('phone', phone),
  } satisfies FreeSlot;
}

/** Codes of another system that never once name anything of the clinic's say nothing about it, and narrow nothing. */
function understood(slots: FreeSlot[], known: KnownIds): FreeSlot[] {
  for (const key of ['service', 'location', 'clinician'] as const) {
    const ids = new Set(known[key]);
    if (slots.some((slot) => ids.has(slot[key] ?? ''))) continue;
    for (const slot of slots) delete slot[key];
  }
  return slots;
}

/** In order, each once, none of the past. Two entries that differ in nothing a visitor could see are one. */
function inOrder(slots: FreeSlot[], now: number): FreeSlot[] {
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

type Page = Omit<SlotFeed, 'timeZone'> & { timeZone?: string | undefined };

const joined = (pages: readonly Page[], now: number): SlotFeed => ({
  slots: inOrder(
    pages.flatMap(({ slots }) => slots),
    now,
  ),
  unread: pages.reduce((sum, { unread }) => sum + unread, 0),
  ...set('timeZone', pages[0]?.timeZone),
});

function fromResources(all: unknown[], known: KnownIds): Page {
  const resources = new Resources(all);
  const read = all
    .filter((one) => own(one, 'resourceType') === 'Slot')
    .slice(0, mostSlots)
    .map((one) => fhirSlot(one, resources, known));
  return {
    slots: understood(
      read.filter((slot) => typeof slot === 'object'),
      known,
    ),
    unread: read.filter((slot) => slot === undefined).length,
  };
}

/** The resources of a Bundle. */
const entriesOf = (bundle: unknown): unknown[] => {
  const entries = own(bundle, 'entry');
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
    const resource = own(entry, 'resource');
    const url = own(entry, 'fullUrl');
    return isObject(resource) ? [{ ...resource, ...(typeof url === 'string' && { url }) }] : [];
  });
};

function plainFeed(body: unknown): Page | undefined {
  const entries = Array.isArray(body) ? (body as unknown[]) : own(body, 'slots');
  if (!Array.isArray(entries)) return undefined;
  const read = entries.slice(0, mostSlots).map(plainSlot);
  return {
    slots: read.filter((slot) => slot !== undefined),
    unread: read.filter((slot) => slot === undefined).length,
    timeZone: words(own(body, 'timeZone')),
  };
}

/** A list of times that stands in an answer, such as the nearest ones beside a refusal. */
export const slotsIn = (entries: unknown, now = Date.now()): FreeSlot[] => {
  const page = plainFeed(entries);
  return page ? joined([page], now).slots : [];
};

/** An address in a feed, if it may be asked. */
const addressIn = (value: unknown, base: string): string | undefined => {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const checked = checkEndpoint(new URL(value, base).href);
  return 'url' in checked ? checked.url : undefined;
};

/**
 * Asks for free times.
 * @throws {LookupError} when none came, or something else; the signal's reason when it aborts
 */
export async function askSlots(
  address: string,
  { from, to, service, location, clinician }: SlotQuery,
  known: KnownIds,
  options: LookupOptions & { now?: number } = {},
): Promise<SlotFeed> {
  const { now = Date.now() } = options;
  const url = new URL(address, location_());
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
  if (plain) return joined([plain], now);

  if (own(body, 'resourceType') === 'Bundle') {
    const all: unknown[] = [];
    const been = new Set([url.href]);
    for (let page: unknown = body, at = url.href; ;) {
      all.push(...entriesOf(page));
      const links = own(page, 'link');
      const next = (Array.isArray(links) ? links : []).find(
        (link: unknown) => own(link, 'relation') === 'next',
      ) as unknown;
      const to = addressIn(own(next, 'url'), at);
      // Only where the feed itself comes from, and never round in a circle.
      if (!to || new URL(to).origin !== url.origin || been.has(to)) break;
      if (been.size >= mostPages || all.length >= mostSlots) break;
      been.add((at = to));
      // The pages that came are still good.
      page = await json(at).catch(() => undefined);
      options.signal?.throwIfAborted();
    }
    return joined([fromResources(all, known)], now);
  }

  const output = own(body, 'output');
  if (Array.isArray(output)) {
    const wanted = output.slice(0, 1000).flatMap((file: unknown) => {
      const type = String(own(file, 'type'));
      const at = addressIn(own(file, 'url'), url.href);
      return at && Resources.types.includes(type) ? [{ type, at }] : [];
    });
    // Slots first: what they refer to only adds names.
    wanted.sort((one, other) => Number(other.type === 'Slot') - Number(one.type === 'Slot'));
    const files = await Promise.all(
      wanted.slice(0, mostFiles).map(async ({ type, at }) => ({
        type,
        text: await ask(at, 'application/fhir+ndjson').catch(() => undefined),
      })),
    );
    options.signal?.throwIfAborted();
    const slotFiles = files.filter(({ type }) => type === 'Slot');
    if (slotFiles.length > 0 && slotFiles.every(({ text }) => text === undefined))
      throw new LookupError(address, 'network');
    let bad = 0;
    const all = files.flatMap(({ type, text }) =>
      (text ?? '').split('\n').flatMap((line) => {
        if (line.trim() === '') return [];
        const read = parseBody(line);
        if (read.is === 'json') return [read.value];
        if (type === 'Slot') bad++;
        return [];
      }),
    );
    const page = fromResources(all, known);
    return joined([{ ...page, unread: page.unread + bad }], now);
  }
  throw new LookupError(address, 'format');
}

/** `location` is a word of slots here. */
const location_ = () => globalThis.location.href;
