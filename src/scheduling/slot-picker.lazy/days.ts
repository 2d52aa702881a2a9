import type { Clinic } from '../../contract/index.js';
import { plural, type LocalText } from '../../i18n/index.js';
import { listed } from '../availability.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import type { SlotController } from './slot-controller.js';
import type { SlotTimeFormat, SlotWords } from './slot-time-format.js';

/**
 * The days with available times, counted from January 1, 1970, and which details distinguish the
 * times.
 */
export interface Days {
  times: ReadonlyMap<number, readonly AvailableSlot[]>;
  order: readonly number[];
  differences: (typeof listed)[number][];
}

/** Data for drawing a strip or a month of days. */
export interface DaysView {
  format: SlotTimeFormat;
  words: SlotWords;
  days: Days;
  /** The selected day */
  shown: number;
  /** The day in the tab order, if moved by keyboard */
  cursor: number | undefined;
  slots: SlotController;
  /** Selects a day */
  show(day: number): void;
  /** Focuses a day */
  focusDay(day: number): void;
}

/** The name of a time's service, location or clinician, from the clinic file or the feed. */
export function nameOf(
  kind: (typeof listed)[number],
  slot: AvailableSlot,
  clinic: Clinic | undefined,
  local: (text: LocalText | undefined) => string,
): string {
  const list: readonly { id: string; name: LocalText }[] | undefined = clinic?.[`${kind}s`];
  const known = list?.find(({ id }) => id === slot[kind]);
  if (known) return local(known.name);
  return (kind === 'location' ? slot.place : kind === 'clinician' ? slot.who : '') ?? '';
}

/**
 * Groups times by day. The last result is cached, so that ten thousand times are not sorted at
 * every update.
 */
export class DaySorter {
  #days?: Days;
  #key: unknown[] = [];

  sort({ host, availability, booking, words }: SlotController, format: SlotTimeFormat): Days {
    const slots = booking.slots;
    const key = [
      availability.slots,
      JSON.stringify(availability.filter),
      booking.chosen?.id,
      format.owner,
      format.zone.name,
    ];
    if (this.#days && key.every((part, at) => part === this.#key[at])) return this.#days;
    this.#key = key;
    const differences = listed.filter((kind) => {
      const name = (slot: AvailableSlot) => nameOf(kind, slot, host.clinic, words.local);
      const first = name(slots[0]);
      return slots.some((slot) => name(slot) !== first);
    });
    const times = new Map<number, AvailableSlot[]>();
    for (const slot of slots) {
      const day = format.zone.day(slot.from);
      const others = times.get(day);
      if (others) others.push(slot);
      else times.set(day, [slot]);
    }
    const order = [...times.keys()].sort((one, other) => one - other);
    return (this.#days = { times, order, differences });
  }
}

/** `3 times` */
export const countText = (count: number, words: SlotWords): string =>
  count === 0 ? words.t('count.none') : plural(words, 'count', count);
