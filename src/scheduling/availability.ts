import { reportConfigError } from '../config/report-config-error.js';
import type { Clinic } from '../contract/index.js';
import { LookupError } from '../transport/lookup.js';
import { askSlots } from './feeds/available-slots.js';
import type { AvailableSlot, SlotFeed } from './feeds/slot-feed.js';

/** Number of days per request. */
const span = 60;
/** Age in ms after which the list is reloaded when a visitor returns to it. */
const staleAfter = 60_000;
/** Time in ms after which a message about the wait is shown. */
const patience = 3000;

const day = 86_400_000;

/** Filter of the available times by the other answers, as ids from the clinic file. */
export interface SlotFilter {
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
  visit?: string | undefined;
}

/** The fields of a slot that refer to lists of the clinic file. */
export const listed = ['service', 'location', 'clinician'] as const;

/** The widget that shows the times. */
export interface AvailabilityHost {
  readonly settings: { readonly slots?: string | undefined };
  readonly clinic: Clinic | undefined;
  readonly clinicPending: boolean;
  fetch?: typeof fetch | undefined;
}

/**
 * The available times of one widget. They are requested once, again when they are stale, and for
 * more days when a visitor looks further.
 */
export class Availability {
  state: 'loading' | 'late' | 'ready' | 'broken' = 'loading';
  /** Whether the last completed request has failed */
  isBroken = false;
  slots: readonly AvailableSlot[] = [];
  /** IANA time zone named by the feed */
  timeZone?: string | undefined;
  /** End of the requested range, in ms since the epoch */
  until = 0;
  /** Whether a request for later days may return more */
  hasMore = true;
  /** The current filter */
  filter: SlotFilter = {};
  /** Key of the current request; a different key means a different list */
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

  /** Requests the times if the filter needs a new list. */
  load(): void {
    const { service, location, clinician } = this.filter;
    const key = JSON.stringify([this.address, service, location, clinician]);
    if (this.host.clinicPending || key === this.key) return;
    this.key = key;
    this.slots = [];
    this.reload();
  }

  /** Requests the times again and shows none in the meantime. */
  reload(): void {
    this.hasMore = true;
    this.state = 'loading';
    void this.#ask(Date.now(), false);
  }

  /** Requests stale times again while the old ones are shown, when a visitor returns to them. */
  refresh(now = false): void {
    const isOld = now || Date.now() - this.#loadedAt > staleAfter;
    if (this.state === 'ready' && isOld) void this.#ask(Date.now(), true);
  }

  /** Requests later days. */
  loadMore(): void {
    if (this.state === 'ready' && this.hasMore && !this.#request) void this.#ask(this.until, true);
  }

  /** The ids of the clinic's own lists, to interpret a feed's codes. */
  #knownIds() {
    const { clinic } = this.host;
    return Object.fromEntries(
      listed.map((name) => {
        const list: readonly { id: string }[] | undefined = clinic?.[`${name}s`];
        return [name, list?.map(({ id }) => id) ?? []];
      }),
    );
  }

  /** @param behind whether a list is shown, which stays if the request fails */
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
      // A shown list is better than none; a time that is gone is detected when it is chosen.
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

/** Whether a time matches the filter. */
export const matches = (slot: AvailableSlot, filter: SlotFilter): boolean =>
  ([...listed, 'visit'] as const).every(
    (key) => slot[key] === undefined || filter[key] === undefined || slot[key] === filter[key],
  );
