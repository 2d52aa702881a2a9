import { complain, type ClinicElement } from '../config/index.js';
import { LookupError } from '../transport/lookup.js';
import { askSlots, type FreeSlot, type SlotFeed } from './feeds/available-slots.js';
import type { Wanted } from './slot-field.js';

/** Days that are asked for at once. */
const span = 60;
/** Milliseconds after which the list is asked for again when somebody comes back to it. */
const stale = 60_000;
/** Milliseconds after which waiting deserves a word. */
const patience = 3000;

const day = 86_400_000;

/** What a time may be of, of the clinic's own lists. */
export const named = ['service', 'location', 'clinician'] as const;

/** The free times of one widget: asked for once, again when they have grown old, and for more days when somebody looks further. */
export class Feed {
  state: 'loading' | 'late' | 'ready' | 'broken' = 'loading';
  /** Nothing came when it was last asked for, whatever is on its way now */
  broken = false;
  slots: readonly FreeSlot[] = [];
  timeZone?: string | undefined;
  /** Until when has been asked, in milliseconds */
  until = 0;
  /** Whether asking for later days may bring more */
  more = true;
  /** What is wanted of all that came */
  wanted: Wanted = {};
  /** What was asked for */
  key?: string;

  #at = 0;
  #stop?: AbortController;

  constructor(
    private readonly host: ClinicElement & { fetch?: typeof fetch | undefined },
    private readonly changed: () => void,
  ) {}

  get address(): string {
    return this.host.settings.slots ?? '';
  }

  /** Asks where other times are wanted than those that were asked for. */
  want(): void {
    const { service, location, clinician } = this.wanted;
    const key = JSON.stringify([this.address, service, location, clinician]);
    if (this.host.clinicPending || key === this.key) return;
    this.key = key;
    this.slots = [];
    this.again();
  }

  /** Asks anew, with nothing to show meanwhile. */
  again(): void {
    this.more = true;
    this.state = 'loading';
    void this.#ask(Date.now(), false);
  }

  /** Asks anew behind what is shown, if that is old: somebody has come back to it. */
  freshen(now = false): void {
    const old = now || Date.now() - this.#at > stale;
    if (this.state === 'ready' && old) void this.#ask(Date.now(), true);
  }

  /** Asks for later days. */
  further(): void {
    if (this.state === 'ready' && this.more && !this.#stop) void this.#ask(this.until, true);
  }

  async #ask(from: number, behind: boolean): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const now = Date.now();
    const later = behind && from > now;
    const until = later || !behind ? from + span * day : Math.max(this.until, from + span * day);
    const late = setTimeout(() => {
      if (this.state === 'loading') this.state = 'late';
      this.changed();
    }, patience);
    const moment = (time: number) => `${new Date(time).toISOString().slice(0, 16)}:00Z`;
    const { service, location, clinician } = this.wanted;
    const { fetch, clinic } = this.host;
    const known = Object.fromEntries(
      named.map((name) => {
        const list: readonly { id: string }[] | undefined = clinic?.[`${name}s`];
        return [name, list?.map(({ id }) => id) ?? []];
      }),
    );
    try {
      const feed = await askSlots(
        this.address,
        { from: moment(from), to: moment(until), service, location, clinician },
        known,
        { signal: stop.signal, ...(fetch && { fetch }) },
      );
      if (this.#stop !== stop) return;
      this.#take(feed, later);
      this.until = until;
    } catch (error) {
      if (this.#stop !== stop) return;
      // What is shown already is better than nothing; a time that has gone is found out when it is chosen.
      if (!behind) {
        this.state = 'broken';
        this.broken = true;
        const why = error instanceof LookupError ? error.reason : 'format';
        complain(
          `slots="${this.address}": no free times came (${why}). What may come: docs/slots.md`,
        );
      }
    } finally {
      clearTimeout(late);
      if (this.#stop === stop) {
        this.#stop = undefined as never;
        this.changed();
      }
    }
  }

  #take({ slots, timeZone, unread }: SlotFeed, later: boolean) {
    this.#at = Date.now();
    this.state = 'ready';
    this.broken = false;
    if (timeZone) this.timeZone = timeZone;
    const known = new Set(this.slots.map(({ id }) => id));
    const added = later ? slots.filter(({ id }) => !known.has(id)) : slots;
    if (later && added.length === 0) this.more = false;
    this.slots = later ? [...this.slots, ...added].sort((a, b) => a.from - b.from) : slots;
    if (unread > 0)
      complain(
        `slots="${this.address}": ${unread} entries left out: each needs id, start and end, as "2026-11-24T10:20:00-05:00"`,
      );
  }
}

/** Whether a time is one of those wanted. */
export const fits = (slot: FreeSlot, wanted: Wanted): boolean =>
  ([...named, 'visit'] as const).every(
    (key) => slot[key] === undefined || wanted[key] === undefined || slot[key] === wanted[key],
  );
