import type { ReactiveController } from '@lit/reactive-element';
import type { ClinicElement } from '../config/index.js';
import type { Appointment } from '../contract/index.js';
import { hold, release } from './hold.js';
import { slotsIn, type FreeSlot } from './feeds/available-slots.js';
import { kept, type Kept, type SlotState } from './slot-field.js';
import { Face, type Words } from './slot-picker.lazy/slot-time-format.js';
import { Feed, fits } from './availability.js';
import { Zone } from '../time/zone.js';

export type Host = ClinicElement & { fetch?: typeof fetch | undefined; deliver?: unknown };

/**
 * Where the visitor's time stands. `holding` asked for · `held` kept for a while · `free` chosen, but nobody keeps it · `expired` no longer
 * kept · `taken` somebody was quicker · `elsewhere` booked on another page or by a call.
 */
export type Phase = 'none' | 'holding' | 'held' | 'free' | 'expired' | 'taken' | 'elsewhere';

/** Milliseconds of a hold that are left when somebody had better hurry. */
const soon = 60_000;
/** How many other times are offered to somebody who came second. */
const nearestCount = 3;

/**
 * The time that one widget's visitor has chosen. It lives with the widget and not with what is drawn of it: a step that is left takes the
 * picker away, but not the time. What is held is given back exactly once: when another is chosen, on *Back*, when the page or the
 * widget goes; never once it may have been booked.
 */
export class Keeper implements ReactiveController, Kept {
  phase: Phase = 'none';
  chosen?: FreeSlot | undefined;
  /** Offered in the place of a time that was taken */
  nearest: readonly FreeSlot[] = [];
  extended = false;
  /** When the hold ends, in milliseconds */
  ends = 0;
  /** What a screen reader is told last, as a key of the dictionary */
  said = '';
  /** Whose clock the visitor of a telehealth visit wants to see */
  clock: 'yours' | 'clinic' = 'yours';
  /** The day whose times are shown */
  day?: number | undefined;
  /** That it was taken is to have the focus, once drawn */
  alert = false;
  /** The visitor has gone back, and the time was given back for it */
  gaveBack = false;
  /** It was sent, and nobody said what came of it */
  unsure = false;
  /** What goes into the form */
  slot: Appointment['slot'];
  /** Those of whatever is drawn */
  words?: Words;

  readonly feed: Feed;
  readonly #host: Host;
  readonly #watchers = new Set<(tick: boolean) => void>();
  #field: SlotState;
  #token?: string | undefined;
  #going = false;
  #turn = 0;
  #clock?: ReturnType<typeof setInterval> | undefined;
  /** The picker is out of sight; and is going out of it, because the visitor goes back */
  #away = false;
  #leaving = false;
  /** What the list was asked for that it was chosen from */
  #key?: string | undefined;

  private constructor(host: Host, field: SlotState) {
    this.#host = host;
    this.#field = field;
    this.feed = new Feed(host, () => this.#fed());
    host.addEventListener('clinic-submit', this.#submit);
    host.addEventListener('clinic-failed', this.#failed);
    host.addEventListener('clinic-invalid', this.#invalid);
    host.addEventListener('clinic-submitted', this.#booked);
    host.addController(this);
    kept.set(field.answers, this);
    kept.set(host, this);
  }

  static of(host: Element): Keeper | undefined;
  static of(host: Element, field: SlotState): Keeper;
  static of(host: Element, field?: SlotState) {
    return kept.get(host) ?? (field && new Keeper(host as Host, field));
  }

  // — with the widget —

  hostConnected() {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#leave);
    // A widget that is moved comes back at once.
    setTimeout(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  readonly #leave = () => {
    this.#turn++;
    void this.#letGo();
    if (this.chosen) this.#become('free');
  };

  /** A time that no longer fits the other answers is let go, and one that the form has forgotten, wherever the visitor is. */
  hostUpdate() {
    const { answers, name, wanted } = this.#field;
    const { settings, clinic } = this.#host;
    this.feed.wanted = wanted({ settings, clinic, answers });
    const forgotten = this.phase !== 'none' && !answers.text(name);
    if (forgotten || (this.chosen && !fits(this.chosen, this.feed.wanted))) this.clear();
  }

  readonly #submit = (event: Event) => {
    this.#going = true;
    setTimeout(() => {
      if (event.defaultPrevented) this.#going = false;
    });
  };

  readonly #failed = (event: Event) => {
    const { reason } = (event as CustomEvent<{ reason: string }>).detail;
    const unsent = ['offline', 'blocked'].includes(reason);
    this.#going = false;
    this.unsure = reason !== 'refused' && (this.unsure || !unsent);
    this.#changed();
  };

  /** The endpoint may have said that somebody else has the time now, or that there is no such time. */
  readonly #invalid = (event: Event) => {
    if (!this.#going) return;
    this.#going = this.unsure = false;
    const { answers, name, note } = this.#field;
    const nearest = answers.text(`${name}.nearest`);
    if (nearest) {
      note(`${name}.nearest`, '');
      this.#lost(JSON.parse(nearest));
    } else if ((event as CustomEvent<{ fields: string[] }>).detail.fields.includes(name)) {
      this.clear();
      this.feed.freshen(true);
    }
  };

  readonly #booked = () => this.clear();

  // — with what is drawn —

  /** What the form says at each drawing. */
  drawn(field: SlotState): void {
    this.#field = field;
    this.hostUpdate();
    this.feed.want();
  }

  says(): string {
    const { chosen, words } = this;
    return chosen && words ? new Face(this, [chosen], words).moment(chosen, 'long') : '';
  }

  /** Calls `changed` whenever there is something else to show, with `true` once a second while a hold runs. */
  watch(changed: (tick: boolean) => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  get #written(): Appointment['slot'] {
    if (!this.chosen || this.phase === 'elsewhere') return undefined;
    const { id, start, end, from, to } = this.chosen;
    const offset = (text: string, time: number) => (/Z$/.test(text) ? this.zone.text(time) : text);
    return {
      id,
      start: offset(start, from),
      end: offset(end, to),
      ...(this.#token !== undefined && { hold: this.#token }),
    };
  }

  /** The clinic's clock: as the feed names it, or the clinic file, else by the offset of the times themselves. */
  get zone(): Zone {
    return (
      Zone.of(this.feed.timeZone) ??
      Zone.of(this.#host.clinic?.timeZone) ??
      Zone.by(this.feed.slots[0]?.start ?? '')
    );
  }

  /** The times that fit the other answers; one that is kept for this visitor is no longer in the list, but still theirs. */
  get slots(): FreeSlot[] {
    const { chosen } = this;
    const listed = this.feed.slots.filter((slot) => fits(slot, this.feed.wanted));
    return !chosen || listed.some(({ id }) => id === chosen.id)
      ? listed
      : [...listed, chosen].sort((one, other) => one.from - other.from);
  }

  // — the life of a hold —

  choose(slot: FreeSlot): void {
    const keeps = this.#sent || ['holding', 'held'].includes(this.phase);
    if (slot.id === this.chosen?.id && keeps) return;
    const before = this.#letGo();
    // A list need not say what it was asked for.
    this.chosen = { ...this.feed.wanted, visit: undefined, ...slot };
    this.#key = this.feed.key;
    this.nearest = [];
    this.#going = this.unsure = false;
    if (slot.link || slot.phone) return this.#become('elsewhere', 'said.elsewhere');
    this.#hold(slot, before);
  }

  /** Asks for the same time once more: its hold has ended, or was given back. */
  again(): void {
    if (this.chosen && this.#token === undefined && !this.#sent) this.#hold(this.chosen);
  }

  #hold(slot: FreeSlot, before?: Promise<void>): void {
    const turn = ++this.#turn;
    this.extended = this.gaveBack = false;
    this.#become('holding');
    const work = async () => {
      // Two times of one clinician may overlap: the old hold would refuse the new one.
      await before;
      const answer = await this.#ask(slot);
      if (turn !== this.#turn) {
        if (answer.is === 'held') void this.#release(slot.id, answer.hold);
      } else if (answer.is === 'held') {
        this.#token = answer.hold;
        this.#run(answer.left);
        this.#tell('held');
        this.#become('held', 'said.held');
      } else if (answer.is === 'taken') this.#lost(answer.slots);
      else this.#become('free', 'said.free');
    };
    this.#field.wait(work().catch(() => this.#become('free')));
  }

  async extend(): Promise<void> {
    const { chosen } = this;
    const token = this.#token;
    if (!chosen || token === undefined || this.extended) return;
    this.extended = true;
    const answer = await this.#ask(chosen, token);
    if (this.#token !== token) return;
    if (answer.is === 'held') {
      this.#token = answer.hold;
      this.#run(answer.left);
      this.#become('held', 'said.extended');
    } else if (answer.is === 'taken') this.#lost(answer.slots);
    else {
      this.extended = false;
      this.#changed();
    }
  }

  /** The visitor goes back: others may have the time, and if they do not, it is asked for again on the way forward. */
  async back(): Promise<void> {
    this.#leaving = true;
    // The step that is left is gone by then; a dialog that is closed only opens again.
    setTimeout(() => (this.#leaving = false));
    if (this.#sent || (this.#token === undefined && this.phase !== 'holding')) return;
    this.#turn++;
    const gone = this.#letGo();
    this.gaveBack = true;
    this.#become('free');
    await gone;
  }

  /** The picker goes out of sight. */
  left(): void {
    if (!this.#host.isConnected) return;
    this.#away = true;
    if (this.gaveBack && !this.#leaving && this.phase === 'free') this.again();
  }

  /** The picker comes into sight, perhaps again. */
  async returned(): Promise<void> {
    const away = this.#away;
    this.#away = false;
    // A list that is asked for before the time is free again would lack it, as if somebody else had it.
    if (away) await this.back();
    if (this.feed.state === 'broken') this.feed.again();
    else this.feed.freshen();
  }

  /** Nothing is chosen any more. */
  clear(): void {
    this.#turn++;
    void this.#letGo();
    this.#going = this.unsure = false;
    this.chosen = undefined;
    this.nearest = [];
    this.day = undefined;
    this.#become('none');
  }

  /** Another way than to choose a time. */
  go(way: string): void {
    this.clear();
    this.#field.note(`${this.#field.name}.way`, way);
  }

  /** Between *Send* and an answer that says nothing was stored, the time may be booked already. */
  get #sent(): boolean {
    return this.#going || this.unsure;
  }

  async #ask(slot: FreeSlot, token?: string) {
    // In the sandbox nothing is sent, but everything happens.
    if (this.#host.settings.sandbox)
      return { is: 'held', hold: 'sandbox', left: 5 * soon } as const;
    return hold(this.feed.address, slot.id, token, { fetch: this.#host.fetch });
  }

  #release(id: string, token: string): Promise<void> | undefined {
    if (this.#host.settings.sandbox) return undefined;
    return release(this.feed.address, id, token, { fetch: this.#host.fetch });
  }

  /** Gives back what is held, once. */
  #letGo(): Promise<void> | undefined {
    this.#halt();
    const token = this.#token;
    this.#token = undefined;
    if (token === undefined || !this.chosen || this.#sent) return undefined;
    this.#tell('released');
    return this.#release(this.chosen.id, token);
  }

  #lost(entries: unknown): void {
    const lost = this.chosen;
    const at = lost?.from ?? 0;
    this.#halt();
    this.#token = undefined;
    const offered = slotsIn(entries).filter((slot) => fits(slot, this.feed.wanted));
    const all = offered.length > 0 ? offered : this.slots;
    this.nearest = all
      .filter(({ id }) => id !== lost?.id)
      .sort((one, other) => Math.abs(one.from - at) - Math.abs(other.from - at))
      // Three hours to choose from, not one hour with three people.
      .filter(({ from }, at, sorted) => from !== sorted[at - 1]?.from)
      .slice(0, nearestCount)
      .sort((one, other) => one.from - other.from);
    this.chosen = undefined;
    this.alert = true;
    this.#tell('taken');
    this.#become('taken');
    this.feed.freshen(true);
  }

  #run(left: number) {
    this.#halt();
    this.ends = Date.now() + left;
    let warned = left <= soon;
    this.#clock = setInterval(() => {
      const left = this.ends - Date.now();
      // Whoever tries again must send the same.
      if (left <= 0 && !this.#sent) {
        this.#halt();
        this.#token = undefined;
        this.#tell('expired');
        return this.#become('expired', 'said.expired');
      }
      if (left <= soon && !warned) {
        warned = true;
        this.said = 'said.minute';
        this.#changed();
      }
      for (const watcher of this.#watchers) watcher(true);
    }, 1000);
  }

  #halt() {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #tell(state: 'held' | 'released' | 'expired' | 'taken') {
    this.#host.emit('clinic-slot', { state });
  }

  /** The list has come anew: a time that nobody keeps for this visitor may have gone from it. */
  #fed() {
    const { chosen, feed } = this;
    const gone =
      feed.state === 'ready' &&
      chosen &&
      chosen.from < feed.until &&
      !this.#sent &&
      ['free', 'expired'].includes(this.phase) &&
      !feed.slots.some(({ id }) => id === chosen.id);
    if (!gone) this.#changed();
    else if (feed.key === this.#key) this.#lost([]);
    else this.clear();
    this.#host.requestUpdate();
  }

  #become(phase: Phase, said = '') {
    this.phase = phase;
    this.said = said;
    if (!this.#sent) this.slot = this.#written;
    const { name, note, put } = this.#field;
    // Only a choice is the visitor's own doing.
    (phase === 'holding' ? put : note)(name, phase);
    this.#changed();
  }

  #changed() {
    for (const watcher of this.#watchers) watcher(false);
  }
}
