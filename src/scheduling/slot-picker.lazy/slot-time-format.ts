import type { Messages } from '../../i18n/index.js';
import type { FreeSlot } from '../feeds/available-slots.js';
import type { Keeper } from '../slot-booking.js';
import type { en } from './messages/en.js';
import { inWords, oneDay, Zone } from '../../time/zone.js';

export type Words = Messages<typeof en>;

/**
 * How times are told: a visit at the clinic in the clinic's time, whatever the browser's clock says; a visit by video in the visitor's own,
 * or in the clinic's if they like that better.
 */
export class Face {
  /** The clock that days and times are shown by */
  readonly zone: Zone;
  readonly whose: 'clinic' | 'yours';
  /** The other clock, where it shows another time */
  readonly other: Zone | undefined;
  /** By video, and the two clocks differ: the visitor may choose */
  readonly choice: boolean;

  constructor(
    keeper: Keeper,
    slots: readonly FreeSlot[],
    readonly words: Words,
  ) {
    const clinic = keeper.zone;
    const yours = Zone.of(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? clinic;
    const visit = keeper.feed.wanted.visit;
    const remote = visit
      ? visit === 'telehealth'
      : slots.length > 0 && slots.every((slot) => slot.visit === 'telehealth');
    const differ = [slots[0], slots.at(-1), keeper.chosen].some(
      (slot) => slot && clinic.offset(slot.from) !== yours.offset(slot.from),
    );
    this.whose = remote && differ ? keeper.clock : 'clinic';
    this.zone = this.whose === 'clinic' ? clinic : yours;
    this.other = !differ ? undefined : this.whose === 'clinic' ? yours : clinic;
    this.choice = remote && differ;
  }

  /** Where a page says Spanish and not whose, clocks and weeks are those of the United States, as in English. */
  get locale(): string {
    const { tag } = this.words;
    return tag === 'es' ? 'es-US' : tag;
  }

  /** `10:00 AM` */
  time(slot: FreeSlot): string {
    return this.zone.time(slot.from, this.locale);
  }

  /** `Tuesday, November 24`, or shorter, `Tue, Nov 24` */
  day(day: number, style: 'long' | 'short' = 'long'): string {
    return inWords(day * oneDay, this.locale, { weekday: style, month: style, day: 'numeric' });
  }

  /** `Tue, Nov 24, 10:00 AM ET (clinic time)` */
  moment(slot: FreeSlot, style: 'long' | 'short', zone = this.zone): string {
    const whose = zone === this.zone ? this.whose : this.whose === 'clinic' ? 'yours' : 'clinic';
    const clock = `${zone.time(slot.from, this.locale)} ${zone.label(slot.from, this.locale)}`;
    const time = this.words.t(whose, { time: clock.trim() });
    return `${this.day(zone.day(slot.from), style)}, ${time}`;
  }
}
