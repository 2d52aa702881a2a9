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

/** Duration of a hold in sandbox mode, in ms; no request is sent. */
const sandboxHold = 5 * 60_000;

/**
 * Connects the booking of a widget to the widget's lifecycle, the hold routes and the elements that
 * show it. It belongs to the widget, because leaving a step removes the picker but keeps the time.
 */
export class SlotController implements ReactiveController {
  readonly availability: Availability;
  readonly booking: SlotBooking;
  readonly words: SlotWords;
  /** Time zone that the visitor of a telehealth visit prefers */
  clock: ClockOwner = 'yours';
  /** The selected day, counted from January 1, 1970 */
  day?: number | undefined;

  /** Whether the picker is in the page */
  isPickerShown = false;

  readonly #context: () => FormContext;
  readonly #views = new Set<(isTick: boolean) => void>();
  /** Whether the picker is hidden, and whether it is being hidden because the visitor goes back */
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

  hostConnected() {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#leave);
    // A widget that is only moved is connected again immediately.
    setTimeout(() => {
      if (!this.host.isConnected) this.#leave();
    });
  }

  readonly #leave = () => this.booking.leave();

  /** Checks on every step that the time matches the other answers. */
  hostUpdate() {
    this.availability.filter = this.options.filter(this.#context());
    this.booking.checkFit();
  }

  /** Other answers may need another list, unless the picker is gone or being removed. */
  hostUpdated() {
    if (this.isPickerShown) this.availability.load();
    this.#changed(false);
  }

  #hold(slot: AvailableSlot, token?: string) {
    const { settings, fetch } = this.host;
    // In sandbox mode no requests are sent, but everything else works.
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

  /** Calls `changed` on each change; with `true` once a second while a hold is active. */
  watch(changed: (isTick: boolean) => void): () => void {
    this.#views.add(changed);
    return () => this.#views.delete(changed);
  }

  #changed(isTick: boolean) {
    if (this.booking.state === 'none') this.day = undefined;
    for (const view of this.#views) view(isTick);
  }

  /** The format for these times. */
  format(slots: readonly AvailableSlot[]): SlotTimeFormat {
    const { chosen, zone } = this.booking;
    const { visit } = this.availability.filter;
    return new SlotTimeFormat({ zone, visit, chosen, preferred: this.clock }, slots, this.words);
  }

  /** The chosen time as text, for the review page. */
  reviewText(): string {
    const { chosen } = this.booking;
    return chosen && !this.words.pending ? this.format([chosen]).moment(chosen, 'long') : '';
  }

  /** Switches between choosing a time and its alternatives. */
  setMode(mode: SlotMode): void {
    this.booking.clear();
    this.form.mode = mode;
    this.host.requestUpdate();
    if (mode === 'waitlist') this.options.onWaitlist();
  }

  /** Called when the visitor goes back past the times. */
  async goBack(): Promise<void> {
    this.#isGoingBack = true;
    // By then the step is removed; a closed dialog only opens again.
    setTimeout(() => (this.#isGoingBack = false));
    await this.booking.giveBack();
  }

  /** Called when the picker is hidden. */
  onPickerGone(): void {
    if (!this.host.isConnected) return;
    this.#isAway = true;
    const { booking } = this;
    if (booking.gaveBack && !this.#isGoingBack && booking.state === 'unheld') booking.holdAgain();
  }

  /** Called when the picker is shown, perhaps again. */
  async onPickerShown(): Promise<void> {
    const wasAway = this.#isAway;
    this.#isAway = false;
    this.isPickerShown = true;
    // Release the time first: otherwise the list would be requested without it, as if it were
    // taken.
    if (wasAway) await this.goBack();
    this.hostUpdate();
    this.availability.load();
    if (this.availability.state === 'broken') this.availability.reload();
    else this.availability.refresh();
  }
}
