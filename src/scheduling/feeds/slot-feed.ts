/** What all readers of slot feeds share: the shape of a slot, and how one value of an entry is read. */
import { isMoment } from '../../time/day.js';

/** A time that may be booked, here or elsewhere. */
export interface AvailableSlot {
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
  slots: AvailableSlot[];
  /** IANA zone of the clinic's clocks, where the feed names one */
  timeZone?: string;
  /** How many entries could not be read */
  unread: number;
}

/** What one feed answered, before times that have passed and doubles are left out. */
export type Page = Omit<SlotFeed, 'timeZone'> & { timeZone?: string | undefined };

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

/** Entries that are read of one feed at most. */
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
