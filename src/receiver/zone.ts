const minute = 60_000;
const day = 24 * 60 * minute;
/** Clocks change at full quarters of an hour (UTC), everywhere on earth today: within one, the offset stays. */
const quarter = 15 * minute;
const mostQuarters = 10_000;

/**
 * The clock of one IANA time zone, by `Intl` alone. Times are milliseconds since 1970 (UTC); a wall time is the same number read as if the
 * zone were UTC, so that wall times can be compared and added.
 * @throws RangeError when the zone is unknown
 */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** What the clock on the wall shows at `instant`. */
  wall(instant: number): number {
    const key = Math.floor(instant / quarter);
    let offset = this.#offsets.get(key);
    if (offset === undefined) {
      // `Intl` takes as long for one moment as all else for a slot; a list of slots asks for thousands.
      if (this.#offsets.size >= mostQuarters) this.#offsets.clear();
      this.#offsets.set(key, (offset = this.#offset(key * quarter)));
    }
    return instant + offset;
  }

  #offset(instant: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  }

  /** The first moment at which the clock shows `wall`, or has passed it where clocks are put forward over it. */
  instant(wall: number): number {
    const guesses = [wall - day, wall + day].map((near) => wall - (this.wall(near) - near));
    const exact = guesses.filter((guess) => this.wall(guess) === wall);
    if (exact.length > 0) return Math.min(...exact);
    let [before, after] = [Math.min(...guesses) - minute, Math.max(...guesses) + minute];
    while (after - before > 1_000) {
      const middle = Math.floor((before + after) / 2_000) * 1_000;
      if (this.wall(middle) < wall) before = middle;
      else after = middle;
    }
    return after;
  }

  /** The calendar day at `instant`, `YYYY-MM-DD`. */
  date(instant: number): string {
    return new Date(this.wall(instant)).toISOString().slice(0, 10);
  }

  /** `2026-11-24T10:20:00-05:00` (RFC 3339). */
  text(instant: number): string {
    const wall = this.wall(instant);
    const offset = Math.round((wall - instant) / minute);
    const two = (value: number) => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    const sign = offset < 0 ? '-' : '+';
    return `${new Date(wall).toISOString().slice(0, 19)}${sign}${two(hours)}:${two(minutes)}`;
  }
}
