/**
 * Reads available times from other systems: a FHIR R4 Bundle of `Slot`, or SMART Scheduling Links.
 * Loaded when the slots URL returns one of these.
 */
import { isObject, getOwn, parseBody } from '../../transport/body.js';
import { checkEndpoint } from '../../transport/endpoint.js';
import { actorsOf, linksOf, Resources } from './fhir.js';
import { LookupError } from '../../transport/lookup.js';
import {
  idOf,
  maxSlots,
  set,
  times,
  words,
  type AvailableSlot,
  type KnownIds,
  type Page,
} from './slot-feed.js';

/** Maximum number of files and pages read per feed. */
const mostFiles = 24;
const mostPages = 20;

/** A phone number as text. */
const phoneOf = (value: unknown): string | undefined =>
  /^\+?[\d\s().\-–x]{7,40}$/i.test(words(value) ?? '') ? words(value) : undefined;

/** Reads one `Slot` resource; `busy` if it is not free. */
function fhirSlot(slot: unknown, resources: Resources, known: KnownIds) {
  if (getOwn(slot, 'resourceType') !== 'Slot') return undefined;
  const status = getOwn(slot, 'status');
  if (typeof status === 'string' && status !== 'free') return 'busy';
  const when = times(getOwn(slot, 'start'), getOwn(slot, 'end'));
  const { link: address, phone: number } = linksOf(slot);
  const checked = words(address) && checkEndpoint(words(address)!);
  const link = checked && 'url' in checked ? checked.url : undefined;
  const phone = phoneOf(number);
  const id = idOf(getOwn(slot, 'id')) ?? link?.slice(-100);
  if (status === undefined || id === undefined || !when) return undefined;
  // It must be booked elsewhere, but has no valid link or phone number.
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
  } satisfies AvailableSlot;
}

/**
 * Ignores codes of another system if none of them matches an id of the clinic: they must not filter
 * out every time.
 */
function understood(slots: AvailableSlot[], known: KnownIds): AvailableSlot[] {
  for (const key of ['service', 'location', 'clinician'] as const) {
    const ids = new Set(known[key]);
    if (slots.some((slot) => ids.has(slot[key] ?? ''))) continue;
    for (const slot of slots) delete slot[key];
  }
  return slots;
}

function fromResources(all: unknown[], known: KnownIds): Page {
  const resources = new Resources(all);
  const read = all
    .filter((one) => getOwn(one, 'resourceType') === 'Slot')
    .slice(0, maxSlots)
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
  const entries = getOwn(bundle, 'entry');
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
    const resource = getOwn(entry, 'resource');
    const url = getOwn(entry, 'fullUrl');
    return isObject(resource) ? [{ ...resource, ...(typeof url === 'string' && { url }) }] : [];
  });
};

/** A URL in a feed, if it may be requested. */
const addressIn = (value: unknown, base: string): string | undefined => {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const checked = checkEndpoint(new URL(value, base).href);
  return 'url' in checked ? checked.url : undefined;
};

interface Way {
  ask(at: string, accept: string): Promise<string | undefined>;
  json(at: string): Promise<unknown>;
  known: KnownIds;
  signal: AbortSignal | undefined;
}

/**
 * Reads a feed that is not in our own format; undefined if the format is unknown.
 *
 * @throws {LookupError} if none of its files could be loaded
 */
export async function foreignFeed(
  body: unknown,
  url: URL,
  { ask, json, known, signal }: Way,
): Promise<Page | undefined> {
  if (getOwn(body, 'resourceType') === 'Bundle') {
    const all: unknown[] = [];
    const been = new Set([url.href]);
    for (let page: unknown = body, at = url.href; ;) {
      all.push(...entriesOf(page));
      const links = getOwn(page, 'link');
      const next = (Array.isArray(links) ? links : []).find(
        (link: unknown) => getOwn(link, 'relation') === 'next',
      ) as unknown;
      const to = addressIn(getOwn(next, 'url'), at);
      // Only from the feed's own origin, and each page only once.
      if (!to || new URL(to).origin !== url.origin || been.has(to)) break;
      if (been.size >= mostPages || all.length >= maxSlots) break;
      been.add((at = to));
      // The pages loaded so far are still used.
      page = await json(at).catch(() => undefined);
      signal?.throwIfAborted();
    }
    return fromResources(all, known);
  }

  const output = getOwn(body, 'output');
  if (Array.isArray(output)) {
    const wanted = output.slice(0, 1000).flatMap((file: unknown) => {
      const type = String(getOwn(file, 'type'));
      const at = addressIn(getOwn(file, 'url'), url.href);
      return at && Resources.types.includes(type) ? [{ type, at }] : [];
    });
    // Slots first: the other resources only add names.
    wanted.sort((one, other) => Number(other.type === 'Slot') - Number(one.type === 'Slot'));
    const files = await Promise.all(
      wanted.slice(0, mostFiles).map(async ({ type, at }) => ({
        type,
        text: await ask(at, 'application/fhir+ndjson').catch(() => undefined),
      })),
    );
    signal?.throwIfAborted();
    const slotFiles = files.filter(({ type }) => type === 'Slot');
    if (slotFiles.length > 0 && slotFiles.every(({ text }) => text === undefined))
      throw new LookupError(url.origin + url.pathname, 'network');
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
    return { ...page, unread: page.unread + bad };
  }
  return undefined;
}
