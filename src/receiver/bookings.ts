import { randomUUID } from 'node:crypto';
import type { Appointment, Clinic } from '../contract/index.js';
import { Zone } from '../time/zone.js';
import { parseJson, readBody, utf8 } from './body.js';
import { Refusal } from './problems.js';
import { Slots, type ListedSlot, type Slot, type SlotFilter } from './slots.js';
import type { SlotTime, Store } from './store.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Duration of a hold in ms, while a visitor fills in the form. It can be extended once, by the same
 * time.
 */
export const holdDuration = 5 * minute;
/** Default and longest time range of `GET /api/slots`, in ms. */
const defaultSpan = 14 * day;
const maxSpan = 62 * day;
/** Number of other times offered if a slot is taken. */
const nearestCount = 5;

const invalid = (path: string[], code: string) =>
  new Refusal('invalid', { issues: [{ path, code }] });

/** Available times: listing, holding, and checking what may be booked. */
export class Bookings {
  readonly #store: Store;
  readonly #timeZone: string | undefined;
  readonly #slots: Slots | undefined;

  /**
   * Without a time zone the opening hours are undefined, and there are no slots.
   *
   * @throws if the time zone is unknown
   */
  constructor(store: Store, clinic: Clinic) {
    this.#store = store;
    this.#timeZone = clinic.timeZone;
    if (clinic.timeZone === undefined) return;
    const zone = Zone.of(clinic.timeZone);
    if (!zone)
      throw new Error(
        `The clinic file: timeZone ${JSON.stringify(clinic.timeZone)} is not a known time zone. Use an IANA name such as "America/New_York".`,
      );
    this.#slots = new Slots(clinic, zone);
  }

  /** `GET /api/slots` */
  async list(
    query: URLSearchParams,
  ): Promise<{ timeZone: string | undefined; slots: ListedSlot[] }> {
    const slots = this.#requireSlots();
    const now = Date.now();
    const momentOf = (name: 'from' | 'to') => {
      const text = query.get(name);
      if (!text) return undefined;
      const value = slots.parseMoment(text, name === 'to');
      if (value === undefined) throw invalid([name], 'format');
      return value;
    };
    const from = Math.max(now, momentOf('from') ?? now);
    const to = Math.min(momentOf('to') ?? from + defaultSpan, from + maxSpan);
    const filter: SlotFilter = {
      service: query.get('service') || undefined,
      location: query.get('location') || undefined,
      clinician: query.get('clinician') || undefined,
    };
    const free = await this.#free(from, to, filter);
    return { timeZone: this.#timeZone, slots: free.map((slot) => slots.toListed(slot)) };
  }

  /**
   * `POST /api/slots/:id/hold`: creates a hold or, with the visitor's own `hold`, extends it once.
   */
  async hold(id: string, request: Request): Promise<{ hold: string; until: string }> {
    const slot = this.#requireSlots().find(id);
    if (!slot) throw new Refusal('not-found');
    const ownHold = await readHold(request);
    const now = Date.now();
    if (slot.start <= now) throw await this.slotTaken(slot);
    const until = Math.min(now + holdDuration, slot.start);
    const held =
      (ownHold && (await this.#store.extend(id, { hold: ownHold, until }, now))) ??
      (await this.#store.hold(slot, { hold: randomUUID(), until }, now));
    if (!held) throw await this.slotTaken(slot);
    return { hold: held.hold, until: new Date(held.until).toISOString() };
  }

  /** `POST /api/slots/:id/release`. Never fails, because it is sent while a page unloads. */
  async release(id: string, request: Request): Promise<void> {
    const hold = await readHold(request).catch(() => undefined);
    if (hold) await this.#store.release(id, hold);
  }

  /**
   * The slot a submission names, if the clinic offers it in the future with the requested details;
   * otherwise the rejection.
   */
  async bookable(wanted: NonNullable<Appointment['slot']>, data: Appointment) {
    const slot = this.#slots?.find(wanted.id);
    if (!slot) return invalid(['data', 'slot', 'id'], 'not-allowed');
    // The booked time must be the one the page has shown.
    for (const key of ['start', 'end'] as const) {
      if (Date.parse(wanted[key]) !== slot[key])
        return invalid(['data', 'slot', key], 'not-allowed');
    }
    // The same for service, location and clinician. Values the clinic does not list, such as "same
    // as last time", are left to its staff.
    for (const key of ['service', 'location', 'clinician', 'visit'] as const) {
      const [offered, asked] = [slot.ids[key], data[key]];
      if (offered === undefined || asked === undefined || offered === asked) continue;
      if (key === 'visit' || this.#slots?.hasOffer(key, asked))
        return invalid(['data', 'slot', 'id'], 'not-allowed');
    }
    if (slot.start <= Date.now()) return this.slotTaken(slot);
    return { ...slot, ...(wanted.hold === undefined ? {} : { hold: wanted.hold }) };
  }

  /** The rejection for a slot that another visitor has, with the nearest available times. */
  async slotTaken({ start, ids }: Slot): Promise<Refusal> {
    const from = Math.max(Date.now(), start - defaultSpan);
    const free = await this.#free(from, start + defaultSpan, ids);
    const nearest = free
      .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
      .slice(0, nearestCount)
      .sort((a, b) => a.start - b.start);
    const slots = nearest.map((slot) => this.#requireSlots().toListed(slot));
    return new Refusal('slot-taken', { more: { slots } });
  }

  #requireSlots(): Slots {
    if (!this.#slots) throw new Refusal('not-found');
    return this.#slots;
  }

  async #free(from: number, to: number, filter: SlotFilter): Promise<Slot[]> {
    const offered = this.#requireSlots().between(from, to, filter);
    const busy = new Map<string, Omit<SlotTime, 'id'>[]>();
    for (const time of await this.#store.taken(from, to, Date.now())) {
      busy.set(time.calendar, [...(busy.get(time.calendar) ?? []), time]);
    }
    return offered.filter(
      ({ calendar, start, end }) =>
        !busy.get(calendar)?.some((time) => time.start < end && time.end > start),
    );
  }
}

/** Reads the `hold` of a body, which may be empty, JSON, or JSON sent as plain text by `sendBeacon`. */
async function readHold(request: Request): Promise<string | undefined> {
  const text = utf8(await readBody(request, 4_096));
  if (text.trim() === '') return undefined;
  const { hold } = (parseJson(text) ?? {}) as { hold?: unknown };
  return typeof hold === 'string' && hold.length <= 100 && !hold.includes('\0') ? hold : undefined;
}
