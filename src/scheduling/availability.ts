import { reportConfigError } from '../config/report-config-error.js';
import type { Clinic } from '../contract/index.js';
import { LookupError } from '../transport/lookup.js';
import { askSlots } from './feeds/available-slots.js';
import type { AvailableSlot, SlotFeed } from './feeds/slot-feed.js';

/** Days that are asked for at once. */
const span = 60;
/** Milliseconds after which the list is asked for again when someone comes back to it. */
const staleAfter = 60_000;
/** Milliseconds after which waiting deserves a word. */
const patience = 3000;

const day = 86_400_000;

/** What the other answers leave of all times, by ids of the clinic's own lists. */
export interface SlotFilter {
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
  visit?: string | undefined;
}

/** What a time may be of, of the clinic's own lists. */
export const listed = ['service', 'location', 'clinician'] as const;

/** The widget that shows the times. */
export interface AvailabilityHost {
  readonly settings: { readonly slots?: string | undefined };
  readonly clinic: Clinic | undefined;
  readonly clinicPending: boolean;
  fetch?: typeof fetch | undefined;
}

/** The available times of one widget: asked for once, again when they have grown old, and for more days when someone looks further. */
export class Availability {
  state: 'loading' | 'late' | 'ready' | 'broken' = 'loading';
  /** Nothing came when it was last asked for, whatever is on its way now */
  isBroken = false;
  slots: readonly AvailableSlot[] = [];
  /** IANA zone that the feed names */
  timeZone?: string | undefined;
  /** Until when has been asked, in milliseconds */
  until = 0;
  /** Whether asking for later days may bring more */
  hasMore = true;
  /** What is wanted of all that came */
  filter: SlotFilter = {};
  /** What was asked for; a list for another key is another list */
  key?: string;

  #loadedAt = 0;
  #request?: AbortController | undefined;

  constructor(
    private readonly host: AvailabilityHost,
    private readonly changed: () => void,
  ) {}

  get address(): string {
    return this.host.settings.slots ?? '';
  }

  /** Asks where other times are wanted than those that were asked for. */
  load(): void {
    const { service, location, clinician } = this.filter;
    const key = JSON.stringify([this.address, service, location, clinician]);
    if (this.host.clinicPending || key === this.key) return;
    this.key = key;
    this.slots = [];
    this.reload();
  }

  /** Asks again, with nothing to show meanwhile. */
  reload(): void {
    this.hasMore = true;
    this.state = 'loading';
    void this.#ask(Date.now(), false);
  }

  /** Asks again behind what is shown, if that is old: someone has come back to it. */
  refresh(now = false): void {
    const isOld = now || Date.now() - this.#loadedAt > staleAfter;
    if (this.state === 'ready' && isOld) void this.#ask(Date.now(), true);
  }

  /** Asks for later days. */
  loadMore(): void {
    if (this.state === 'ready' && this.hasMore && !this.#request) void this.#ask(this.until, true);
  }

  /** The ids of the clinic's own lists, by which a feed's codes are understood. */
  #knownIds() {
    const { clinic } = this.host;
    return Object.fromEntries(
      listed.map((name) => {
        const list: readonly { id: string }[] | undefined = clinic?.[`${name}s`];
        return [name, list?.map(({ id }) => id) ?? []];
      }),
    );
  }

  /** @param behind while a list is shown, which stays where nothing comes */
  async #ask(from: number, behind: boolean): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const isLater = behind && from > Date.now();
    const until = isLater || !behind ? from + span * day : Math.max(this.until, from + span * day);
    const late = setTimeout(() => {
      if (this.state === 'loading') this.state = 'late';
      this.changed();
    }, patience);
    const moment = (time: number) => `${new Date(time).toISOString().slice(0, 16)}:00Z`;
    const { service, location, clinician } = this.filter;
    const { fetch } = this.host;
    try {
      const feed = await askSlots(
        this.address,
        { from: moment(from), to: moment(until), service, location, clinician },
        this.#knownIds(),
        { signal: request.signal, ...(fetch && { fetch }) },
      );
      if (this.#request !== request) return;
      this.#take(feed, isLater);
      this.until = until;
    } catch (error) {
      if (this.#request !== request) return;
      // What is shown already is better than nothing; a time that has gone is found out when it is chosen.
      if (!behind) this.#fail(error);
    } finally {
      clearTimeout(late);
      if (this.#request === request) {
        this.#request = undefined;
        this.changed();
      }
    }
  }

  #fail(error: unknown) {
    this.state = 'broken';
    this.isBroken = true;
    const why = error instanceof LookupError ? error.reason : 'format';
    reportConfigError(
      `slots="${this.address}": available times could not be loaded (${why}). See docs/slots.md for the accepted responses`,
    );
  }

  #take({ slots, timeZone, unread }: SlotFeed, isLater: boolean) {
    this.#loadedAt = Date.now();
    this.state = 'ready';
    this.isBroken = false;
    if (timeZone) this.timeZone = timeZone;
    const known = new Set(this.slots.map(({ id }) => id));
    const added = isLater ? slots.filter(({ id }) => !known.has(id)) : slots;
    if (isLater && added.length === 0) this.hasMore = false;
    this.slots = isLater
      ? [...this.slots, ...added].sort((one, other) => one.from - other.from)
      : slots;
    if (unread > 0)
      reportConfigError(
        `slots="${this.address}": ${unread} entries skipped: each needs an id, a start and an end, such as "2026-11-24T10:20:00-05:00"`,
      );
  }
}

/** Whether a time is one of those wanted. */
export const matches = (slot: AvailableSlot, filter: SlotFilter): boolean =>
  ([...listed, 'visit'] as const).every(
    (key) => slot[key] === undefined || filter[key] === undefined || slot[key] === filter[key],
  );
