import { createHash } from 'node:crypto';
import type { Clinic } from '../contract/index.js';
import type { Zone } from '../time/zone.js';
import type { SlotTime } from './store.js';

const minute = 60_000;
const hour = 60 * minute;
const dateOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);
/** The next date of the calendar, `YYYY-MM-DD`. */
const nextDate = (date: string) => dateOf(Date.parse(`${date}T00:00:00Z`) + 24 * hour);

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Default length of a visit, in minutes. */
const defaultMinutes = 30;

/** A slot as `GET /api/slots` lists it. */
export interface ListedSlot {
  id: string;
  /** RFC 3339, with the clinic's offset */
  start: string;
  end: string;
  service?: string;
  location?: string;
  clinician?: string;
  visit?: 'in-person' | 'telehealth';
}

export interface SlotFilter {
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
}

/** A service that can be booked at a location, and the calendar it uses. */
interface Offer {
  location: NonNullable<Clinic['locations']>[number];
  calendar: string;
  minutes: number;
  ids: Pick<ListedSlot, 'service' | 'location' | 'clinician' | 'visit'>;
  key: string;
}

/** A bookable slot with its details. */
export interface Slot extends SlotTime {
  ids: Offer['ids'];
}

/**
 * The times a clinic offers: its opening hours divided into visits, in the clinic's time zone. A
 * visit is in the calendar of its clinician, or of the location if there is none, and visits in one
 * calendar never overlap.
 *
 * A slot's id is its start and a digest of what is offered: any server with the same clinic file
 * makes the same ids, and finds a slot by its id without listing it first.
 */
export class Slots {
  readonly #zone: Zone;
  readonly #offers: Offer[];

  /** @param zone time zone of the opening hours */
  constructor(clinic: Clinic, zone: Zone) {
    this.#zone = zone;
    const services = clinic.services ?? [{ id: undefined }];
    this.#offers = (clinic.locations ?? []).flatMap((location) =>
      services
        .filter((service) => !('locations' in service) || service.locations?.includes(location.id))
        .flatMap((service) => {
          const clinicians: (string | undefined)[] =
            'clinicians' in service && service.clinicians?.length
              ? service.clinicians
              : [undefined];
          return clinicians.map((clinician) => createOffer(location, service, clinician));
        }),
    );
  }

  /** The slots that start at or after `from` and end by `to`, sorted by time. */
  between(from: number, to: number, filter: SlotFilter = {}): Slot[] {
    const offers = this.#offers.filter(({ ids }) =>
      (['service', 'location', 'clinician'] as const).every(
        (key) => filter[key] === undefined || filter[key] === ids[key],
      ),
    );
    const slots: Slot[] = [];
    const last = this.#zone.date(to);
    for (let date = this.#zone.date(from); date <= last; date = nextDate(date)) {
      for (const offer of offers) slots.push(...this.#slotsOn(date, offer));
    }
    return slots
      .filter(({ start, end }) => start >= from && end <= to)
      .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  }

  /** Whether anything bookable has this service, location or clinician. */
  hasOffer(key: keyof SlotFilter, value: string): boolean {
    return this.#offers.some(({ ids }) => ids[key] === value);
  }

  /** The slot with this id, available or not. */
  find(id: string): Slot | undefined {
    const [, start] = /^(\d{12})-[\w-]+$/.exec(id) ?? [];
    const at = start && start.replace(/(....)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5Z');
    const instant = Date.parse(at ?? '');
    if (Number.isNaN(instant)) return undefined;
    const date = this.#zone.date(instant);
    return this.#offers
      .flatMap((offer) => this.#slotsOn(date, offer))
      .find((slot) => slot.id === id);
  }

  toListed({ id, start, end, ids }: Slot): ListedSlot {
    return { id, start: this.#zone.text(start), end: this.#zone.text(end), ...ids };
  }

  /**
   * Parses a time (RFC 3339), or a date of the clinic's calendar as its start or, with `end`, its
   * end, in ms. Undefined if it is neither.
   */
  parseMoment(text: string, end = false): number | undefined {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
      // In a query a bare "+" means a space.
      const moment = text.replace(' ', '+');
      const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(moment);
      return complete ? validNumber(Date.parse(moment)) : undefined;
    }
    const midnight = validNumber(Date.parse(`${text}T00:00:00Z`));
    // `Date.parse` reads February 30 as March 2.
    if (midnight === undefined || dateOf(midnight) !== text) return undefined;
    return this.#zone.instant(end ? midnight + 24 * hour : midnight);
  }

  /**
   * One day's slots of an offer. Visits follow each other in elapsed time, and only those within
   * the opening hours by local time are kept. On days of a clock change, counting in local time
   * would list times that do not exist, or one time twice.
   */
  #slotsOn(date: string, { location, calendar, minutes, ids, key }: Offer): Slot[] {
    if (location.closed?.includes(date)) return [];
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const weekday = weekdays[new Date(midnight).getUTCDay()];
    return (location.hours?.[weekday] ?? []).flatMap((hours) => {
      const [opens, closes] = hours.split('-').map((time) => {
        const [hh = 0, mm = 0] = time.split(':').map(Number);
        return midnight + hh * hour + mm * minute;
      }) as [number, number];
      const [first, last] = [this.#zone.instant(opens), this.#zone.instant(closes)];
      const slots: Slot[] = [];
      for (let start = first; start + minutes * minute <= last; start += minutes * minute) {
        const end = start + minutes * minute;
        if (this.#zone.wall(start) < opens || this.#zone.wall(end) > closes) continue;
        const id = `${new Date(start).toISOString().slice(0, 16).replace(/\D/g, '')}-${key}`;
        slots.push({ id, calendar, start, end, ids });
      }
      return slots;
    });
  }
}

const validNumber = (value: number) => (Number.isNaN(value) ? undefined : value);

function createOffer(
  location: Offer['location'],
  service: { id: string | undefined } & Partial<NonNullable<Clinic['services']>[number]>,
  clinician: string | undefined,
): Offer {
  const ids = {
    ...(service.id === undefined ? {} : { service: service.id }),
    location: location.id,
    ...(clinician === undefined ? {} : { clinician }),
    ...(service.visit?.length === 1 ? { visit: service.visit[0] } : {}),
  };
  const owner = clinician === undefined ? ['location', location.id] : ['clinician', clinician];
  const digest = createHash('sha256').update(
    JSON.stringify([service.id ?? null, location.id, clinician ?? null]),
  );
  return {
    location,
    calendar: JSON.stringify(owner),
    minutes: service.minutes ?? defaultMinutes,
    ids,
    key: digest.digest('base64url').slice(0, 12),
  };
}
