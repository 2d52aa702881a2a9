import type { ReactiveController } from '@lit/reactive-element';
import type { ClinicElement } from '../../config/index.js';
import type { FieldState } from '../../form/index.js';
import { hold, release } from '../../transport/hold.js';
import { slotsIn, type FreeSlot } from '../../transport/slots.js';
import { goingBack } from '../slot.js';
import { Feed, fits } from './feed.js';
import { Zone } from './zone.js';

export type Host = ClinicElement & { fetch?: typeof fetch | undefined };

/**
 * Where the visitor's time stands. `holding` asked for · `held` kept for a while · `free` chosen, but nobody keeps it · `expired` no longer
 * kept · `taken` somebody was quicker · `elsewhere` booked on another page or by a call.
 */
export type Phase = 'none' | 'holding' | 'held' | 'free' | 'expired' | 'taken' | 'elsewhere';

/** Milliseconds of a hold that are left when somebody had better hurry. */
const soon = 60_000;
/** How many other times are offered to somebody who came second. */
const nearestCount = 3;

const keepers = new WeakMap<Element, Keeper>();

/**
 * The time that one widget's visitor has chosen. It lives with the widget and not with what is drawn of it: a step that is left takes the
 * picker away, but not the time. What is held is given back exactly once: when another is chosen, on *Back*, when the page or the
 * widget goes; never once it may have been booked.
 */
export class Keeper implements ReactiveController {
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
  /** The day whose times are shown, and a focus that is to be moved once drawn */
  day?: number | undefined;
  focus?: 'taken' | 'way' | 'picker' | undefined;

  readonly feed: Feed;
  readonly #host: Host;
  readonly #watchers = new Set<(tick: boolean) => void>();
  #field: FieldState;
  #token?: string | undefined;
  /** Between *Send* and an answer that says nothing was stored, the time may be booked already */
  #sent = false;
  #turn = 0;
  #clock?: ReturnType<typeof setInterval> | undefined;
  /** The picker is out of sight; the visitor has gone back, and the time was given back for it */
  #away = false;
  #leaving = false;
  #gaveBack = false;
  #put = '';

  private constructor(host: Host, field: FieldState) {
    this.#host = host;
    this.#field = field;
    this.feed = new Feed(host, () => this.#fed());
    host.addEventListener('clinic-submit', this.#submit);
    host.addEventListener('clinic-failed', this.#failed);
    host.addEventListener('clinic-invalid', this.#invalid);
    host.addEventListener('clinic-submitted', this.#booked);
    host.addController(this);
    goingBack.set(field.answers, () => this.back());
  }

  static of(host: Element): Keeper | undefined;
  static of(host: Element, field: FieldState): Keeper;
  static of(host: Element, field?: FieldState) {
    let known = keepers.get(host);
    if (!known && field) keepers.set(host, (known = new Keeper(host as Host, field)));
    return known;
  }

  // — with the widget —

  hostConnected() {
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#restored);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#restored);
    // A widget that is moved comes back at once.
    setTimeout(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  readonly #leave = () => {
    if (this.#sent) this.#token = undefined;
    this.#turn++;
    void this.#letGo();
    if (this.chosen) this.#become('free');
  };

  /** The form has forgotten everything by now. */
  readonly #restored = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.clear();
  };

  readonly #submit = (event: Event) => {
    this.#sent = true;
    setTimeout(() => {
      if (event.defaultPrevented) this.#sent = false;
    });
  };

  readonly #failed = (event: Event) => {
    const { reason } = (event as CustomEvent<{ reason: string }>).detail;
    if (['refused', 'offline', 'blocked'].includes(reason)) this.#sent = false;
  };

  /** The endpoint may have said that somebody else has the time now. */
  readonly #invalid = () => {
    this.#sent = false;
    const { answers, name, note } = this.#field;
    const nearest = answers.text(`${name}.nearest`);
    if (!nearest) return;
    note(`${name}.nearest`, '');
    this.#lost(JSON.parse(nearest));
  };

  readonly #booked = () => {
    this.#token = undefined;
    this.#sent = false;
    this.clear();
  };

  // — with what is drawn —

  /** What the form says at each drawing. A time that no longer fits the other answers is let go. */
  drawn(field: FieldState): void {
    this.#field = field;
    this.feed.want(field.answers);
    if (this.chosen && !fits(this.chosen, this.feed.wanted)) this.clear();
  }

  /** Calls `changed` whenever there is something else to show, with `true` once a second while a hold runs. */
  watch(changed: (tick: boolean) => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** What goes into the form: JSON of the contract's `slot`, or nothing. */
  get value(): string {
    if (!this.chosen || this.phase === 'elsewhere') return '';
    const { id, start, end, from, to } = this.chosen;
    const offset = (text: string, time: number) => (/Z$/.test(text) ? this.zone.text(time) : text);
    return JSON.stringify({
      id,
      start: offset(start, from),
      end: offset(end, to),
      ...(this.#token !== undefined && { hold: this.#token }),
    });
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
    if (slot.id === this.chosen?.id && ['holding', 'held', 'free'].includes(this.phase)) return;
    const before = this.#letGo();
    this.chosen = slot;
    this.nearest = [];
    this.#sent = false;
    if (slot.link || slot.phone) return this.#become('elsewhere', 'said.elsewhere');
    this.#hold(slot, before);
  }

  /** Asks for the same time once more: its hold has ended, or was given back. */
  again(): void {
    if (this.chosen && this.#token === undefined) this.#hold(this.chosen);
  }

  #hold(slot: FreeSlot, before: Promise<void> = Promise.resolve()): void {
    const turn = ++this.#turn;
    this.extended = this.#gaveBack = false;
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
    } else {
      this.extended = answer.is === 'taken';
      this.#become('held');
    }
  }

  /** The visitor goes back: others may have the time, and if they do not, it is asked for again on the way forward. */
  back(): void {
    this.#leaving = true;
    if (this.#token === undefined && this.phase !== 'holding') return;
    this.#turn++;
    void this.#letGo();
    this.#gaveBack = true;
    this.#become('free');
  }

  /** The picker goes out of sight. */
  left(): void {
    if (!this.#host.isConnected) return;
    this.#away = true;
    if (this.#gaveBack && !this.#leaving && this.phase === 'free') this.again();
  }

  /** The picker comes into sight, perhaps again. */
  returned(): void {
    if (this.#away) this.back();
    this.#away = this.#leaving = false;
    this.feed.freshen();
  }

  /** Nothing is chosen any more. */
  clear(): void {
    this.#turn++;
    void this.#letGo();
    this.chosen = undefined;
    this.nearest = [];
    this.day = undefined;
    this.#become('none');
  }

  /** Another way than to choose a time. */
  go(way: string): void {
    this.focus = way ? 'way' : 'picker';
    this.clear();
    this.#field.note(`${this.#field.name}.way`, way);
    if (!way && this.feed.state === 'broken') this.feed.again();
    this.#changed();
  }

  async #ask(slot: FreeSlot, token?: string) {
    // In the sandbox nothing is sent, but everything happens.
    if (this.#host.settings.sandbox)
      return { is: 'held', hold: 'sandbox', left: 5 * soon } as const;
    return hold(this.feed.address, slot.id, token, { fetch: this.#host.fetch });
  }

  #release(id: string, token: string): Promise<void> {
    if (this.#host.settings.sandbox) return Promise.resolve();
    return release(this.feed.address, id, token, { fetch: this.#host.fetch });
  }

  /** Gives back what is held, once. */
  #letGo(): Promise<void> {
    this.#halt();
    const token = this.#token;
    if (token === undefined || !this.chosen) return Promise.resolve();
    this.#token = undefined;
    this.#tell('released');
    return this.#release(this.chosen.id, token);
  }

  #lost(entries: unknown): void {
    const lost = this.chosen;
    const at = lost?.from ?? 0;
    this.#halt();
    this.#token = undefined;
    this.#sent = false;
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
    this.focus = 'taken';
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
      if (left <= 0) {
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
      ['free', 'expired'].includes(this.phase) &&
      !feed.slots.some(({ id }) => id === chosen.id);
    if (gone && chosen.from < feed.until) this.#lost([]);
    else this.#changed();
    const { answers, name, note } = this.#field;
    const way = answers.text(`${name}.way`);
    if (feed.state === 'broken' && !way) note(`${name}.way`, 'broken');
    if (feed.state === 'ready' && way === 'broken') note(`${name}.way`, '');
  }

  #become(phase: Phase, said = '') {
    this.phase = phase;
    this.said = said;
    // The picker may be in a step that is left: the form keeps what it says, whoever is drawn.
    const { value } = this;
    const { name, note, put } = this.#field;
    // Only a choice is the visitor's own doing.
    if (value !== this.#put) (phase === 'holding' ? put : note)(name, (this.#put = value));
    this.#changed();
  }

  #changed() {
    for (const watcher of this.#watchers) watcher(false);
  }
}
