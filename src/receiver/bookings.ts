import { randomUUID } from 'node:crypto';
import type { Appointment, Clinic } from '../contract/index.js';
import { Zone } from '../time/zone.js';
import { parseJson, readBody, utf8 } from './body.js';
import { Refusal } from './problems.js';
import { Slots, type ListedSlot, type Slot, type SlotFilter } from './slots.js';
import type { SlotTime, Store } from './store.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a slot is kept for a visitor who fills in the form; once more as long if asked. */
export const holdTime = 5 * minute;
/** How far `GET /api/slots` looks ahead when no `to` is given, and at most. */
const usualSpan = 14 * day;
const longestSpan = 62 * day;
/** How many other times are offered to somebody who came second. */
const nearestCount = 5;

const invalid = (path: string[], code: string) =>
  new Refusal('invalid', { issues: [{ path, code }] });

/** Everything about times: what is free, what is kept for whom, and what may be booked. */
export class Bookings {
  readonly #store: Store;
  readonly #timeZone: string | undefined;
  readonly #slots: Slots | undefined;

  /**
   * Without a time zone the opening hours mean nothing: there are no slots then.
   * @throws when the time zone is unknown
   */
  constructor(store: Store, clinic: Clinic) {
    this.#store = store;
    this.#timeZone = clinic.timeZone;
    if (clinic.timeZone === undefined) return;
    const zone = Zone.of(clinic.timeZone);
    if (!zone)
      throw new Error(
        `The clinic file: timeZone is ${JSON.stringify(clinic.timeZone)}, which is not a known time zone. Write an IANA name such as "America/New_York".`,
      );
    this.#slots = new Slots(clinic, zone);
  }

  /** `GET /api/slots` */
  async list(
    query: URLSearchParams,
  ): Promise<{ timeZone: string | undefined; slots: ListedSlot[] }> {
    const slots = this.#existing();
    const now = Date.now();
    const moment = (name: 'from' | 'to') => {
      const text = query.get(name);
      if (!text) return undefined;
      const value = slots.moment(text, name === 'to');
      if (value === undefined) throw invalid([name], 'format');
      return value;
    };
    const from = Math.max(now, moment('from') ?? now);
    const to = Math.min(moment('to') ?? from + usualSpan, from + longestSpan);
    const filter: SlotFilter = {
      service: query.get('service') || undefined,
      location: query.get('location') || undefined,
      clinician: query.get('clinician') || undefined,
    };
    const free = await this.#free(from, to, filter);
    return { timeZone: this.#timeZone, slots: free.map((slot) => slots.listed(slot)) };
  }

  /** `POST /api/slots/:id/hold`: a new hold, or with the visitor's own `hold` the same one for longer, once. */
  async hold(id: string, request: Request): Promise<{ hold: string; until: string }> {
    const slot = this.#existing().find(id);
    if (!slot) throw new Refusal('not-found');
    const own = await holdIn(request);
    const now = Date.now();
    if (slot.start <= now) throw await this.taken(slot);
    const until = Math.min(now + holdTime, slot.start);
    const held =
      (own && (await this.#store.extend(id, { hold: own, until }, now))) ??
      (await this.#store.hold(slot, { hold: randomUUID(), until }, now));
    if (!held) throw await this.taken(slot);
    return { hold: held.hold, until: new Date(held.until).toISOString() };
  }

  /** `POST /api/slots/:id/release`: sent while a page goes away, so there is nobody left to hear of a mistake. */
  async release(id: string, request: Request): Promise<void> {
    const hold = await holdIn(request).catch(() => undefined);
    if (hold) await this.#store.release(id, hold);
  }

  /** The slot a submission names, if it is one of this clinic's, for what the submission asks for, and still to come; else why not. */
  async bookable(wanted: NonNullable<Appointment['slot']>, data: Appointment) {
    const slot = this.#slots?.find(wanted.id);
    if (!slot) return invalid(['data', 'slot', 'id'], 'not-allowed');
    // A page that showed another time than the one it would book must not get a booking.
    for (const key of ['start', 'end'] as const) {
      if (Date.parse(wanted[key]) !== slot[key])
        return invalid(['data', 'slot', key], 'not-allowed');
    }
    // Nor one that says another service, place or person than it books. What the clinic does not list, such as "same as last time", is left to its staff.
    for (const key of ['service', 'location', 'clinician', 'visit'] as const) {
      const [own, said] = [slot.names[key], data[key]];
      if (own === undefined || said === undefined || own === said) continue;
      if (key === 'visit' || this.#slots?.offers(key, said))
        return invalid(['data', 'slot', 'id'], 'not-allowed');
    }
    if (slot.start <= Date.now()) return this.taken(slot);
    return { ...slot, ...(wanted.hold === undefined ? {} : { hold: wanted.hold }) };
  }

  /** The refusal for whoever came second, with the nearest times left. */
  async taken({ start, names }: Slot): Promise<Refusal> {
    const from = Math.max(Date.now(), start - usualSpan);
    const free = await this.#free(from, start + usualSpan, names);
    const nearest = free
      .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
      .slice(0, nearestCount)
      .sort((a, b) => a.start - b.start);
    const slots = nearest.map((slot) => this.#existing().listed(slot));
    return new Refusal('slot-taken', { more: { slots } });
  }

  #existing(): Slots {
    if (!this.#slots) throw new Refusal('not-found');
    return this.#slots;
  }

  async #free(from: number, to: number, filter: SlotFilter): Promise<Slot[]> {
    const offered = this.#existing().between(from, to, filter);
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

/** The `hold` of a body that may be empty, JSON, or JSON sent as plain text by `sendBeacon`. */
async function holdIn(request: Request): Promise<string | undefined> {
  const text = utf8(await readBody(request, 4_096));
  if (text.trim() === '') return undefined;
  const { hold } = (parseJson(text) ?? {}) as { hold?: unknown };
  return typeof hold === 'string' && hold.length <= 100 && !hold.includes('\0') ? hold : undefined;
}
