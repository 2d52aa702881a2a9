import type { Appointment } from '../contract/index.js';
import type { SubmissionEvent } from '../form/index.js';
import { Zone } from '../time/zone.js';
import { matches, type Availability, type SlotFilter } from './availability.js';
import { slotsIn } from './feeds/available-slots.js';
import type { AvailableSlot } from './feeds/slot-feed.js';
import type { HoldAnswer } from './hold.js';

/** A time as a submission carries it. */
export type WireSlot = NonNullable<Appointment['slot']>;

/** The answer of a form: the chosen time, and what the list says of it. */
export interface ChosenSlot extends WireSlot, SlotFilter {}

/** How a visitor asks for a visit: by choosing a time, by naming days, or by joining the waitlist. */
export type SlotMode = 'times' | 'request' | 'waitlist';

/**
 * Where the chosen time stands. `holding` asked for · `held` kept for a while · `unheld` chosen, but nobody keeps it · `expired` no longer
 * kept · `taken` someone else was faster · `external` booked on another page or by phone.
 */
export type BookingState =
  'none' | 'holding' | 'held' | 'unheld' | 'expired' | 'taken' | 'external';

/** What a screen reader is told of a change. */
export type Announcement = 'held' | 'unheld' | 'extended' | 'last-minute' | 'expired' | 'external';

/** What a booking works with. */
export interface BookingPorts {
  /** The list that times are chosen from */
  readonly availability: Availability;
  /** IANA zone of the clinic's clocks, where the clinic names one */
  clinicTimeZone(): string | undefined;
  /** Asks for a time to be held; with `token` for a hold to last longer */
  hold(slot: AvailableSlot, token?: string): Promise<HoldAnswer>;
  /** Gives a held time back */
  release(slot: AvailableSlot, token: string): Promise<void> | undefined;
  /** Writes the form's answer. `isChoice`: the visitor's own doing */
  answer(slot: ChosenSlot | undefined, isChoice: boolean): void;
  /** Keeps the submission waiting; the work never rejects */
  waitFor(work: Promise<unknown>): void;
  /** The life of a hold, for the page */
  tell(state: 'held' | 'released' | 'expired' | 'taken'): void;
  /** There is something else to show; `isTick` once a second while a hold runs */
  changed(isTick: boolean): void;
}

/** Milliseconds of a hold that are left when someone had better hurry. */
const lastMinute = 60_000;
/** How many other times are offered to someone who came second. */
const nearestCount = 3;

/**
 * The life of the time that one visitor has chosen: a state machine without DOM and words. What is held is given back exactly once: when
 * another is chosen, on *Back*, when the page or the widget goes; never once it may have been booked.
 */
export class SlotBooking {
  state: BookingState = 'none';
  chosen?: AvailableSlot | undefined;
  /** Offered in the place of a time that was taken */
  nearest: readonly AvailableSlot[] = [];
  isExtended = false;
  /** When the hold ends, in milliseconds */
  endsAt = 0;
  announcement?: Announcement | undefined;
  /** The visitor has gone back, and the time was given back for it */
  gaveBack = false;
  /** It was sent, and nobody said what came of it */
  isUnsure = false;
  /** That it was taken has not been shown yet */
  isTakenNew = false;

  readonly #ports: BookingPorts;
  #token?: string | undefined;
  #isSending = false;
  #isExtending = false;
  /** Counts what the visitor wants: an answer to an earlier wish is given back */
  #turn = 0;
  #timer?: ReturnType<typeof setInterval> | undefined;
  /** The key of the list that the time was chosen from */
  #key?: string | undefined;

  constructor(ports: BookingPorts) {
    this.#ports = ports;
  }

  /** The clinic's clock: as the feed names it, or the clinic file, else by the offset of the times themselves. */
  get zone(): Zone {
    const { availability } = this.#ports;
    return (
      Zone.of(availability.timeZone) ??
      Zone.of(this.#ports.clinicTimeZone()) ??
      Zone.atOffsetOf(availability.slots[0]?.start ?? '')
    );
  }

  /** The times that fit the other answers; one that is held for this visitor is no longer in the list, but still theirs. */
  get slots(): AvailableSlot[] {
    const { availability } = this.#ports;
    const { chosen } = this;
    const fitting = availability.slots.filter((slot) => matches(slot, availability.filter));
    return !chosen || fitting.some(({ id }) => id === chosen.id)
      ? fitting
      : [...fitting, chosen].sort((one, other) => one.from - other.from);
  }

  /** Between *Send* and an answer that says nothing was stored, the time may be booked already. */
  get #maybeBooked(): boolean {
    return this.#isSending || this.isUnsure;
  }

  // — what the visitor does —

  choose(slot: AvailableSlot): void {
    const keeps = this.#maybeBooked || this.state === 'holding' || this.state === 'held';
    if (slot.id === this.chosen?.id && keeps) return;
    const released = this.#letGo();
    const { availability } = this.#ports;
    // A list need not say what it was asked for.
    this.chosen = { ...availability.filter, visit: undefined, ...slot };
    this.#key = availability.key;
    this.nearest = [];
    this.#isSending = this.isUnsure = false;
    if (slot.link || slot.phone) {
      this.#turn++;
      this.#become('external', 'external');
    } else this.#hold(slot, released);
  }

  /** Asks for the same time once more: its hold has ended, or was given back. */
  holdAgain(): void {
    const isFree = this.state === 'unheld' || this.state === 'expired';
    if (this.chosen && isFree && !this.#maybeBooked) this.#hold(this.chosen);
  }

  #hold(slot: AvailableSlot, released?: Promise<void>): void {
    const turn = ++this.#turn;
    this.isExtended = this.gaveBack = false;
    this.#become('holding');
    const work = async () => {
      // Two times of one clinician may overlap: the old hold would refuse the new one.
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

  /** Asks for the hold to last longer. */
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

  /** The visitor goes back: others may have the time, and if they do not, it is asked for again on the way forward. */
  async giveBack(): Promise<void> {
    if (this.#maybeBooked || (this.#token === undefined && this.state !== 'holding')) return;
    this.#turn++;
    const released = this.#letGo();
    this.gaveBack = true;
    this.#become('unheld');
    await released;
  }

  /** Nothing is chosen any more. */
  clear(): void {
    this.#turn++;
    void this.#letGo();
    this.#isSending = this.isUnsure = false;
    this.chosen = undefined;
    this.nearest = [];
    this.#become('none');
  }

  /** The page or the widget goes away. */
  leave(): void {
    this.#turn++;
    void this.#letGo();
    if (this.chosen) this.#become('unheld');
  }

  // — what happens to it —

  /** A time that no longer fits the other answers is let go. */
  checkFit(): void {
    if (this.chosen && !matches(this.chosen, this.#ports.availability.filter)) this.clear();
  }

  /** The list has been loaded again: a time that nobody keeps for this visitor may have gone from it. */
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

  /** What becomes of the form's submission. @param field the name of the form's field */
  onSubmission(event: SubmissionEvent, field: string): void {
    // What was refused or failed is not about a time that was chosen after it was sent.
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
      // Three hours to choose from, not one hour with three people.
      .filter(({ from }, index, sorted) => from !== sorted[index - 1]?.from)
      .slice(0, nearestCount)
      .sort((one, other) => one.from - other.from);
    this.chosen = undefined;
    this.isTakenNew = true;
    this.#ports.tell('taken');
    this.#become('taken');
    availability.refresh(true);
  }

  // — the hold —

  /** Gives back what is held, once. */
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
      // Whoever tries again must send the same, and a hold that is being extended may go on.
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

  // — the answer —

  #become(state: BookingState, announcement?: Announcement) {
    this.state = state;
    this.announcement = announcement;
    // What was sent stays the answer until the endpoint has said what became of it.
    if (!this.#maybeBooked) this.#ports.answer(this.#answer, state === 'holding');
    this.#ports.changed(false);
  }

  /** The chosen time as it travels, with an offset a person can read, and what the list says of it. */
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
