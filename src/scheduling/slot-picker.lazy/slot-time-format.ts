import type { Messages } from '../../i18n/index.js';
import { formatWallTime, oneDay, Zone } from '../../time/zone.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import type { en } from './messages.js';

export type SlotWords = Messages<typeof en>;

/** Time zone to show: the clinic's or the visitor's. */
export type ClockOwner = 'clinic' | 'yours';

interface FormatOptions {
  /** The clinic's time zone */
  zone: Zone;
  /** The kind of visit, if known */
  visit: string | undefined;
  chosen: AvailableSlot | undefined;
  /** Time zone that the visitor of a telehealth visit prefers */
  preferred: ClockOwner;
}

/**
 * Formats times: for a visit in person in the clinic's time zone, for a telehealth visit in the
 * visitor's own, or in the clinic's if they prefer it.
 */
export class SlotTimeFormat {
  /** The time zone shown */
  readonly zone: Zone;
  readonly owner: ClockOwner;
  /** The other time zone, if its local time differs */
  readonly otherZone: Zone | undefined;
  /** Whether the visitor can choose: a telehealth visit, and the two zones differ */
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

  /**
   * Locale for dates and times. Plain `es` uses the conventions of the United States, as `en` does.
   */
  get locale(): string {
    const { tag } = this.words;
    return tag === 'es' ? 'es-US' : tag;
  }

  /** `10:00 AM` */
  time(slot: AvailableSlot): string {
    return this.zone.time(slot.from, this.locale);
  }

  /**
   * `Tuesday, November 24`, or short: `Tue, Nov 24`.
   *
   * @param day counted from January 1, 1970
   */
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
