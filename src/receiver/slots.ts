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

/** How long a visit takes where the service does not say, in minutes. */
const usualMinutes = 30;

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

/** One thing that can be booked at a place, and whose time it takes. */
interface Offer {
  location: NonNullable<Clinic['locations']>[number];
  calendar: string;
  minutes: number;
  names: Pick<ListedSlot, 'service' | 'location' | 'clinician' | 'visit'>;
  key: string;
}

/** A slot that may be booked, with what a visitor is told of it. */
export interface Slot extends SlotTime {
  names: Offer['names'];
}

/**
 * The times a clinic offers: its opening hours cut into visits, in the clinic's own time zone. A visit belongs to the calendar of its
 * clinician, or of the place where the clinic names none, so that no two visits of one calendar overlap.
 *
 * A slot's id is its start and a digest of what is offered: any server with the same clinic file makes the same ids, and finds a slot by its
 * id without having listed it.
 */
export class Slots {
  readonly #zone: Zone;
  readonly #offers: Offer[];

  /** @param zone the clock that the opening hours are read on */
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
          return clinicians.map((clinician) => offer(location, service, clinician));
        }),
    );
  }

  /** The slots that start at or after `from` and end by `to`, in order of time. */
  between(from: number, to: number, filter: SlotFilter = {}): Slot[] {
    const offers = this.#offers.filter(({ names }) =>
      (['service', 'location', 'clinician'] as const).every(
        (key) => filter[key] === undefined || filter[key] === names[key],
      ),
    );
    const slots: Slot[] = [];
    const last = this.#zone.date(to);
    for (let date = this.#zone.date(from); date <= last; date = nextDate(date)) {
      for (const offered of offers) slots.push(...this.#on(date, offered));
    }
    return slots
      .filter(({ start, end }) => start >= from && end <= to)
      .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  }

  /** Whether anything that can be booked here is of this service, location or clinician. */
  offers(key: keyof SlotFilter, value: string): boolean {
    return this.#offers.some(({ names }) => names[key] === value);
  }

  /** The slot with this id, whether it is free or not. */
  find(id: string): Slot | undefined {
    const [, start] = /^(\d{12})-[\w-]+$/.exec(id) ?? [];
    const at = start && start.replace(/(....)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5Z');
    const instant = Date.parse(at ?? '');
    if (Number.isNaN(instant)) return undefined;
    const date = this.#zone.date(instant);
    return this.#offers
      .flatMap((offered) => this.#on(date, offered))
      .find((slot) => slot.id === id);
  }

  listed({ id, start, end, names }: Slot): ListedSlot {
    return { id, start: this.#zone.text(start), end: this.#zone.text(end), ...names };
  }

  /** A moment (RFC 3339) or a date of the clinic's calendar: its first moment, or with `end` its last. */
  moment(text: string, end = false): number | undefined {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
      // In a query a bare "+" is read as a blank.
      const moment = text.replace(' ', '+');
      const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(moment);
      return complete ? numberOf(Date.parse(moment)) : undefined;
    }
    const midnight = numberOf(Date.parse(`${text}T00:00:00Z`));
    // 30 February is read as 2 March.
    if (midnight === undefined || dateOf(midnight) !== text) return undefined;
    return this.#zone.instant(end ? midnight + 24 * hour : midnight);
  }

  /**
   * One day's slots of an offer. Visits follow each other in real time, and only those are kept that the clock on the wall shows inside the
   * opening hours: on the days when clocks change, counting on the wall would list times that never come, or one time twice.
   */
  #on(date: string, { location, calendar, minutes, names, key }: Offer): Slot[] {
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
        slots.push({ id, calendar, start, end, names });
      }
      return slots;
    });
  }
}

const numberOf = (value: number) => (Number.isNaN(value) ? undefined : value);

function offer(
  location: Offer['location'],
  service: { id: string | undefined } & Partial<NonNullable<Clinic['services']>[number]>,
  clinician: string | undefined,
): Offer {
  const names = {
    ...(service.id === undefined ? {} : { service: service.id }),
    location: location.id,
    ...(clinician === undefined ? {} : { clinician }),
    ...(service.visit?.length === 1 ? { visit: service.visit[0] } : {}),
  };
  const whose = clinician === undefined ? ['location', location.id] : ['clinician', clinician];
  const digest = createHash('sha256').update(
    JSON.stringify([service.id ?? null, location.id, clinician ?? null]),
  );
  return {
    location,
    calendar: JSON.stringify(whose),
    minutes: service.minutes ?? usualMinutes,
    names,
    key: digest.digest('base64url').slice(0, 12),
  };
}
