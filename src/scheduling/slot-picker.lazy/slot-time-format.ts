import type { Messages } from '../../i18n/index.js';
import { formatWallTime, oneDay, Zone } from '../../time/zone.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import type { en } from './messages.js';

export type SlotWords = Messages<typeof en>;

/** Whose clock: the clinic's or the visitor's. */
export type ClockOwner = 'clinic' | 'yours';

interface FormatOptions {
  /** The clinic's clock */
  zone: Zone;
  /** How the visit takes place, where that is decided */
  visit: string | undefined;
  chosen: AvailableSlot | undefined;
  /** Which clock the visitor of a telehealth visit wants to see */
  preferred: ClockOwner;
}

/**
 * How times are written: a visit at the clinic in the clinic's time, whatever the browser's clock says; a visit by video in the visitor's
 * own, or in the clinic's if they prefer that.
 */
export class SlotTimeFormat {
  /** The clock that days and times are shown by */
  readonly zone: Zone;
  readonly owner: ClockOwner;
  /** The other clock, where it shows another time */
  readonly otherZone: Zone | undefined;
  /** By video, and the two clocks differ: the visitor may choose */
  readonly hasChoice: boolean;

  constructor(
    { zone: clinic, visit, chosen, preferred }: FormatOptions,
    slots: readonly AvailableSlot[],
    readonly words: SlotWords,
  ) {
    const yours = Zone.of(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? clinic;
    const isRemote = visit
      ? visit === 'telehealth'
      : slots.length > 0 && slots.every((slot) => slot.visit === 'telehealth');
    const differ = [slots[0], slots.at(-1), chosen].some(
      (slot) => slot && clinic.offset(slot.from) !== yours.offset(slot.from),
    );
    this.owner = isRemote && differ ? preferred : 'clinic';
    this.zone = this.owner === 'clinic' ? clinic : yours;
    this.otherZone = !differ ? undefined : this.owner === 'clinic' ? yours : clinic;
    this.hasChoice = isRemote && differ;
  }

  /** Where a page says Spanish and not whose, clocks and weeks are those of the United States, as in English. */
  get locale(): string {
    const { tag } = this.words;
    return tag === 'es' ? 'es-US' : tag;
  }

  /** `10:00 AM` */
  time(slot: AvailableSlot): string {
    return this.zone.time(slot.from, this.locale);
  }

  /** `Tuesday, November 24`, or shorter, `Tue, Nov 24`. @param day counted from 1 January 1970 */
  day(day: number, style: 'long' | 'short' = 'long'): string {
    return formatWallTime(day * oneDay, this.locale, {
      weekday: style,
      month: style,
      day: 'numeric',
    });
  }

  /** `Tue, Nov 24, 10:00 AM ET (clinic time)` */
  moment(slot: AvailableSlot, style: 'long' | 'short', zone = this.zone): string {
    const owner = zone === this.zone ? this.owner : this.owner === 'clinic' ? 'yours' : 'clinic';
    const clock = `${zone.time(slot.from, this.locale)} ${zone.label(slot.from, this.locale)}`;
    const time = this.words.t(owner, { time: clock.trim() });
    return `${this.day(zone.day(slot.from), style)}, ${time}`;
  }
}
