import type { ReactiveController } from '@lit/reactive-element';
import type { ClinicElement } from '../../element/index.js';
import type { FieldContext, FormContext } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { Availability, type SlotFilter } from '../availability.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import { hold, release } from '../hold.js';
import { SlotBooking, type SlotMode } from '../slot-booking.js';
import { en, es } from './messages.js';
import { SlotTimeFormat, type ClockOwner, type SlotWords } from './slot-time-format.js';

/** A widget that offers times. */
export type SlotHost = ClinicElement & { fetch?: typeof fetch | undefined; deliver?: unknown };

interface SlotOptions {
  filter(context: FormContext): SlotFilter;
  onWaitlist(): void;
}

/** Milliseconds of a hold in the sandbox, where nothing is asked of an endpoint. */
const sandboxHold = 5 * 60_000;

/**
 * Connects the booking of one widget to its page: to the widget's life, to the hold routes, and to what draws it. It lives with the widget
 * and not with what is drawn: a step that is left takes the picker away, but not the time.
 */
export class SlotController implements ReactiveController {
  readonly availability: Availability;
  readonly booking: SlotBooking;
  readonly words: SlotWords;
  /** Which clock the visitor of a telehealth visit wants to see */
  clock: ClockOwner = 'yours';
  /** The day whose times are shown, counted from 1 January 1970 */
  day?: number | undefined;

  /** Whether the picker stands in the page */
  isPickerShown = false;

  readonly #context: () => FormContext;
  readonly #views = new Set<(isTick: boolean) => void>();
  /** The picker is out of sight; and is going out of it, because the visitor goes back */
  #isAway = false;
  #isGoingBack = false;

  constructor(
    readonly host: SlotHost,
    private readonly form: { mode: SlotMode },
    field: FieldContext,
    private readonly options: SlotOptions,
  ) {
    const { name, answers, enter, store, waitFor } = field;
    this.#context = () => ({ settings: host.settings, clinic: host.clinic, answers });
    this.words = new Messages(host, { en, es }, 'slots.');
    this.availability = new Availability(host, () => {
      this.booking.onListLoaded();
      host.requestUpdate();
    });
    this.booking = new SlotBooking({
      availability: this.availability,
      clinicTimeZone: () => host.clinic?.timeZone,
      hold: (slot, token) => this.#hold(slot, token),
      release: (slot, token) => this.#release(slot, token),
      answer: (slot, isChoice) => {
        if (slot && isChoice) enter(name, slot);
        else store(name, slot);
      },
      waitFor,
      tell: (state) => host.emit('clinic-slot', { state }),
      changed: (isTick) => this.#changed(isTick),
    });
    host.addController(this);
  }

  get mode(): SlotMode {
    return this.form.mode;
  }

  // — with the widget —

  hostConnected() {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#leave);
    // A widget that is moved comes back at once.
    setTimeout(() => {
      if (!this.host.isConnected) this.#leave();
    });
  }

  readonly #leave = () => this.booking.leave();

  /** A time must fit the other answers, wherever the visitor is. */
  hostUpdate() {
    this.availability.filter = this.options.filter(this.#context());
    this.booking.checkFit();
  }

  /** Other answers may want other times; a picker that is gone, after sending or on the way out, wants none. */
  hostUpdated() {
    if (this.isPickerShown) this.availability.load();
    this.#changed(false);
  }

  #hold(slot: AvailableSlot, token?: string) {
    const { settings, fetch } = this.host;
    // In the sandbox nothing is sent, but everything happens.
    if (settings.sandbox)
      return Promise.resolve({ is: 'held', hold: 'sandbox', left: sandboxHold } as const);
    return hold(this.availability.address, slot.id, token, { fetch });
  }

  #release(slot: AvailableSlot, token: string): Promise<void> | undefined {
    const { settings, fetch } = this.host;
    return settings.sandbox
      ? undefined
      : release(this.availability.address, slot.id, token, { fetch });
  }

  // — with what is drawn —

  /** Calls `changed` whenever there is something else to show; with `true` once a second while a hold runs. */
  watch(changed: (isTick: boolean) => void): () => void {
    this.#views.add(changed);
    return () => this.#views.delete(changed);
  }

  #changed(isTick: boolean) {
    if (this.booking.state === 'none') this.day = undefined;
    for (const view of this.#views) view(isTick);
  }

  /** How these times are written. */
  format(slots: readonly AvailableSlot[]): SlotTimeFormat {
    const { chosen, zone } = this.booking;
    const { visit } = this.availability.filter;
    return new SlotTimeFormat({ zone, visit, chosen, preferred: this.clock }, slots, this.words);
  }

  /** The chosen time in words, for the review page. */
  reviewText(): string {
    const { chosen } = this.booking;
    return chosen && !this.words.pending ? this.format([chosen]).moment(chosen, 'long') : '';
  }

  /** Another way than to choose a time, or back to the times. */
  setMode(mode: SlotMode): void {
    this.booking.clear();
    this.form.mode = mode;
    this.host.requestUpdate();
    if (mode === 'waitlist') this.options.onWaitlist();
  }

  /** The visitor goes back past the times. */
  async goBack(): Promise<void> {
    this.#isGoingBack = true;
    // The step that is left is gone by then; a dialog that is closed only opens again.
    setTimeout(() => (this.#isGoingBack = false));
    await this.booking.giveBack();
  }

  /** The picker goes out of sight. */
  onPickerGone(): void {
    if (!this.host.isConnected) return;
    this.#isAway = true;
    const { booking } = this;
    if (booking.gaveBack && !this.#isGoingBack && booking.state === 'unheld') booking.holdAgain();
  }

  /** The picker comes into sight, perhaps again. */
  async onPickerShown(): Promise<void> {
    const wasAway = this.#isAway;
    this.#isAway = false;
    this.isPickerShown = true;
    // A list that is asked for before the time is given back would lack it, as if someone else had it.
    if (wasAway) await this.goBack();
    this.hostUpdate();
    this.availability.load();
    if (this.availability.state === 'broken') this.availability.reload();
    else this.availability.refresh();
  }
}
