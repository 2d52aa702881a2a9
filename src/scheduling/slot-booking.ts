import type { Appointment } from '../contract/index.js';
import type { SubmissionEvent } from '../form/index.js';
import { Zone } from '../time/zone.js';
import { matches, type Availability, type SlotFilter } from './availability.js';
import { slotsIn } from './feeds/available-slots.js';
import type { AvailableSlot } from './feeds/slot-feed.js';
import type { HoldAnswer } from './hold.js';

/** A time in the format that is sent. */
export type WireSlot = NonNullable<Appointment['slot']>;

/** The form's answer: the chosen time and its details from the list. */
export interface ChosenSlot extends WireSlot, SlotFilter {}

/**
 * How a visitor asks for a visit: by choosing a time, by naming preferred days, or by joining the
 * waitlist.
 */
export type SlotMode = 'times' | 'request' | 'waitlist';

/**
 * The state of the chosen time.
 *
 * - `holding`: the hold was requested
 * - `held`: reserved for a while
 * - `unheld`: chosen but not reserved
 * - `expired`: the hold has ended
 * - `taken`: booked by another visitor
 * - `external`: booked on another page or by phone
 */
export type BookingState =
  'none' | 'holding' | 'held' | 'unheld' | 'expired' | 'taken' | 'external';

/** Changes that a screen reader announces. */
export type Announcement = 'held' | 'unheld' | 'extended' | 'last-minute' | 'expired' | 'external';

/** The dependencies of a booking. */
export interface BookingPorts {
  /** The available times */
  readonly availability: Availability;
  /** IANA time zone of the clinic, if known */
  clinicTimeZone(): string | undefined;
  /** Requests a hold; with `token`, extends one */
  hold(slot: AvailableSlot, token?: string): Promise<HoldAnswer>;
  /** Releases a held time */
  release(slot: AvailableSlot, token: string): Promise<void> | undefined;
  /** Stores the form's answer. `isChoice`: whether the visitor has chosen it */
  answer(slot: ChosenSlot | undefined, isChoice: boolean): void;
  /** Delays the submission; the promise must never reject */
  waitFor(work: Promise<unknown>): void;
  /** Reports the state of a hold to the page */
  tell(state: 'held' | 'released' | 'expired' | 'taken'): void;
  /** Called on each change; `isTick` once a second while a hold is active */
  changed(isTick: boolean): void;
}

/** Remaining time of a hold in ms at which the visitor is warned. */
const lastMinute = 60_000;
/** Number of other times offered if the chosen one is taken. */
const nearestCount = 3;

/**
 * A state machine for the time a visitor has chosen, without DOM or text. A hold is released
 * exactly once: when another time is chosen, on *Back*, or when the page or the widget is removed,
 * but never if the time may already be booked.
 */
export class SlotBooking {
  state: BookingState = 'none';
  chosen?: AvailableSlot | undefined;
  /** Offered in place of a taken time */
  nearest: readonly AvailableSlot[] = [];
  isExtended = false;
  /** End of the hold, in ms since the epoch */
  endsAt = 0;
  announcement?: Announcement | undefined;
  /** Whether the time was released because the visitor went back */
  gaveBack = false;
  /** Whether it was sent without a confirmed result */
  isUnsure = false;
  /** Whether "taken" has not been shown yet */
  isTakenNew = false;

  readonly #ports: BookingPorts;
  #token?: string | undefined;
  #isSending = false;
  #isExtending = false;
  /** Increased with each choice: a late hold for an earlier choice is released */
  #turn = 0;
  #timer?: ReturnType<typeof setInterval> | undefined;
  /** Key of the list that the time was chosen from */
  #key?: string | undefined;

  constructor(ports: BookingPorts) {
    this.#ports = ports;
  }

  /** The clinic's time zone: from the feed, else the clinic file, else the offset of the times. */
  get zone(): Zone {
    const { availability } = this.#ports;
    return (
      Zone.of(availability.timeZone) ??
      Zone.of(this.#ports.clinicTimeZone()) ??
      Zone.atOffsetOf(availability.slots[0]?.start ?? '')
    );
  }

  /**
   * The times that match the other answers. A time held for this visitor is missing from the feed's
   * list and is added.
   */
  get slots(): AvailableSlot[] {
    const { availability } = this.#ports;
    const { chosen } = this;
    const fitting = availability.slots.filter((slot) => matches(slot, availability.filter));
    return !chosen || fitting.some(({ id }) => id === chosen.id)
      ? fitting
      : [...fitting, chosen].sort((one, other) => one.from - other.from);
  }

  /**
   * Whether the time may already be booked: from sending until a response says that nothing was
   * stored.
   */
  get #maybeBooked(): boolean {
    return this.#isSending || this.isUnsure;
  }

  choose(slot: AvailableSlot): void {
    const keeps = this.#maybeBooked || this.state === 'holding' || this.state === 'held';
    if (slot.id === this.chosen?.id && keeps) return;
    const released = this.#letGo();
    const { availability } = this.#ports;
    // A feed need not repeat the requested values.
    this.chosen = { ...availability.filter, visit: undefined, ...slot };
    this.#key = availability.key;
    this.nearest = [];
    this.#isSending = this.isUnsure = false;
    if (slot.link || slot.phone) {
      this.#turn++;
      this.#become('external', 'external');
    } else this.#hold(slot, released);
  }

  /** Requests the same time again after its hold has ended or was released. */
  holdAgain(): void {
    const isFree = this.state === 'unheld' || this.state === 'expired';
    if (this.chosen && isFree && !this.#maybeBooked) this.#hold(this.chosen);
  }

  #hold(slot: AvailableSlot, released?: Promise<void>): void {
    const turn = ++this.#turn;
    this.isExtended = this.gaveBack = false;
    this.#become('holding');
    const work = async () => {
      // Two times of one clinician may overlap: the old hold would block the new one.
      await released;
      const answer = await this.#ports.hold(slot);
      if (turn !== this.#turn) {
        if (answer.is === 'held') void this.#ports.release(slot, answer.hold);
      } else if (answer.is === 'held') {
        this.#token = answer.hold;
        this.#run(answer.left);
        this.#ports.tell('held');
        this.#become('held', 'held');
      } else if (answer.is === 'taken') this.#lose(answer.slots);
      else this.#become('unheld', 'unheld');
    };
    this.#ports.waitFor(work().catch(() => this.#become('unheld')));
  }

  /** Extends the hold. */
  async extend(): Promise<void> {
    const { chosen } = this;
    const token = this.#token;
    if (!chosen || token === undefined || this.isExtended) return;
    this.isExtended = this.#isExtending = true;
    const answer = await this.#ports.hold(chosen, token);
    this.#isExtending = false;
    if (this.#token !== token) return;
    if (answer.is === 'held') {
      this.#token = answer.hold;
      this.#run(answer.left);
      this.#become('held', 'extended');
    } else if (answer.is === 'taken') this.#lose(answer.slots);
    else {
      this.isExtended = false;
      this.#ports.changed(false);
    }
  }

  /** Releases the time when the visitor goes back. It is requested again on the way forward. */
  async giveBack(): Promise<void> {
    if (this.#maybeBooked || (this.#token === undefined && this.state !== 'holding')) return;
    this.#turn++;
    const released = this.#letGo();
    this.gaveBack = true;
    this.#become('unheld');
    await released;
  }

  /** Clears the choice. */
  clear(): void {
    this.#turn++;
    void this.#letGo();
    this.#isSending = this.isUnsure = false;
    this.chosen = undefined;
    this.nearest = [];
    this.#become('none');
  }

  /** Called when the page or the widget is removed. */
  leave(): void {
    this.#turn++;
    void this.#letGo();
    if (this.chosen) this.#become('unheld');
  }

  /** Clears a time that no longer matches the other answers. */
  checkFit(): void {
    if (this.chosen && !matches(this.chosen, this.#ports.availability.filter)) this.clear();
  }

  /** Called when the list was reloaded: a time that is not held may be gone. */
  onListLoaded(): void {
    const { chosen } = this;
    const { availability } = this.#ports;
    const isGone =
      availability.state === 'ready' &&
      chosen &&
      chosen.from < availability.until &&
      !this.#maybeBooked &&
      (this.state === 'unheld' || this.state === 'expired') &&
      !availability.slots.some(({ id }) => id === chosen.id);
    if (!isGone) this.#ports.changed(false);
    else if (availability.key === this.#key) this.#lose([]);
    else this.clear();
  }

  /**
   * Called when the state of the form's submission changes.
   *
   * @param field name of the form's field
   */
  onSubmission(event: SubmissionEvent, field: string): void {
    // A rejection or failure does not apply to a time chosen after sending.
    if ((event.is === 'failed' || event.is === 'refused') && !this.#isSending) return;
    switch (event.is) {
      case 'sending':
        this.#isSending = true;
        return;
      case 'accepted':
        return this.clear();
      case 'failed':
        this.#isSending = false;
        this.isUnsure =
          event.because !== 'refused' && (this.isUnsure || event.because === 'unconfirmed');
        return this.#ports.changed(false);
      case 'refused':
        this.#isSending = this.isUnsure = false;
        if (event.refusal.code === 'slot-taken') this.#lose(event.refusal.slots);
        else if (event.fields.includes(field)) {
          this.clear();
          this.#ports.availability.refresh(true);
        }
    }
  }

  #lose(offered: unknown): void {
    const lost = this.chosen;
    const at = lost?.from ?? 0;
    this.#stop();
    this.#token = undefined;
    const { availability } = this.#ports;
    const fitting = slotsIn(offered).filter((slot) => matches(slot, availability.filter));
    this.nearest = (fitting.length > 0 ? fitting : this.slots)
      .filter(({ id }) => id !== lost?.id)
      .sort((one, other) => Math.abs(one.from - at) - Math.abs(other.from - at))
      // Offer three different hours, not one hour with three clinicians.
      .filter(({ from }, index, sorted) => from !== sorted[index - 1]?.from)
      .slice(0, nearestCount)
      .sort((one, other) => one.from - other.from);
    this.chosen = undefined;
    this.isTakenNew = true;
    this.#ports.tell('taken');
    this.#become('taken');
    availability.refresh(true);
  }

  /** Releases the hold, once. */
  #letGo(): Promise<void> | undefined {
    this.#stop();
    const token = this.#token;
    this.#token = undefined;
    if (token === undefined || !this.chosen || this.#maybeBooked) return undefined;
    this.#ports.tell('released');
    return this.#ports.release(this.chosen, token);
  }

  #run(left: number) {
    this.#stop();
    this.endsAt = Date.now() + left;
    let isWarned = left <= lastMinute;
    this.#timer = setInterval(() => {
      const rest = this.endsAt - Date.now();
      // A retry must send the same time, and a hold that is being extended may continue.
      if (rest <= 0 && !this.#maybeBooked && !this.#isExtending) {
        this.#stop();
        this.#token = undefined;
        this.#ports.tell('expired');
        return this.#become('expired', 'expired');
      }
      if (rest <= lastMinute && !isWarned) {
        isWarned = true;
        this.announcement = 'last-minute';
        this.#ports.changed(false);
      }
      this.#ports.changed(true);
    }, 1000);
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #become(state: BookingState, announcement?: Announcement) {
    this.state = state;
    this.announcement = announcement;
    // The sent time stays the answer until the endpoint has responded.
    if (!this.#maybeBooked) this.#ports.answer(this.#answer, state === 'holding');
    this.#ports.changed(false);
  }

  /** The chosen time in the format that is sent, with an offset, and its details from the list. */
  get #answer(): ChosenSlot | undefined {
    if (!this.chosen || this.state === 'external') return undefined;
    const { id, start, end, from, to, service, location, clinician, visit } = this.chosen;
    const withOffset = (text: string, time: number) =>
      /Z$/.test(text) ? this.zone.text(time) : text;
    return {
      id,
      start: withOffset(start, from),
      end: withOffset(end, to),
      ...(this.#token !== undefined && { hold: this.#token }),
      service,
      location,
      clinician,
      visit,
    };
  }
}
