/** Shared by all readers of slot feeds: the type of a slot, and readers of single values. */
import { isMoment } from '../../time/day.js';

/** A time that can be booked, here or elsewhere. */
export interface AvailableSlot {
  id: string;
  /** RFC 3339 with offset, exactly as in the feed, because it is sent this way */
  start: string;
  end: string;
  /** The start in ms since the epoch */
  from: number;
  to: number;
  service?: string;
  location?: string;
  clinician?: string;
  visit?: 'in-person' | 'telehealth';
  /** Name of the location, if the feed has one */
  place?: string;
  /** Name of the clinician, if the feed has one */
  who?: string;
  /** URL of the page where it is booked */
  link?: string;
  /** Phone number to book it */
  phone?: string;
}

/** The available times of a feed, sorted and without duplicates. */
export interface SlotFeed {
  slots: AvailableSlot[];
  /** IANA time zone of the clinic, if the feed names one */
  timeZone?: string;
  /** Number of entries that could not be read */
  unread: number;
}

/** The content of one response, before past times and duplicates are removed. */
export type Page = Omit<SlotFeed, 'timeZone'> & { timeZone?: string | undefined };

/** The query of a request. Ids come from the clinic's own lists, and nothing else is ever sent. */
export interface SlotQuery {
  from: string;
  to: string;
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
}

/** The ids of the clinic's own lists, to interpret the codes of other systems. */
export type KnownIds = Partial<Record<'service' | 'location' | 'clinician', readonly string[]>>;

/** Maximum number of entries read per feed. */
export const maxSlots = 20_000;

export const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;

export const idOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' && text.length <= 100 ? text : undefined;
};

export const times = (start: unknown, end: unknown) => {
  if (typeof start !== 'string' || typeof end !== 'string') return undefined;
  if (!isMoment(start) || !isMoment(end)) return undefined;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return to > from ? { start, end, from, to } : undefined;
};

export const set = <const Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
