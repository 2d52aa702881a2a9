/**
 * Time zones based on `Intl` (docs/decisions/0012), for the browser and the receiver. A wall time
 * is local time as ms since 1970: the timestamp that would show it in UTC. Wall times can be
 * compared and added, and formatted with `timeZone: 'UTC'`. A day is an integer, counted from
 * January 1, 1970.
 */
const minute = 60_000;
/** 24 hours, in ms. */
export const oneDay = 24 * 60 * minute;
/**
 * Offsets change only at full quarters of an hour (UTC) anywhere today, so the offset is constant
 * within one.
 */
const quarter = 15 * minute;
/** Maximum number of cached offsets per zone, because the days may come from requests. */
const mostOffsets = 10_000;

/** Replaces the narrow no-break space that some browsers put before AM and PM. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Cached, because creating one takes a hundred times as long as using it. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let cached = formats.get(key);
  if (!cached) formats.set(key, (cached = new Intl.DateTimeFormat(locale, options)));
  return cached;
}

/** Formats a wall time, or the day it is in, for a locale. */
export const formatWallTime = (
  wall: number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string => plain(format(locale, { ...options, timeZone: 'UTC' }).format(wall));

const two = (value: number) => String(value).padStart(2, '0');

const zones = new Map<string, Zone>();

/** A time zone. Times are in ms since 1970 (UTC). */
export class Zone {
  readonly #clock: Intl.DateTimeFormat | undefined;
  readonly #offsets = new Map<number, number>();

  private constructor(
    /** IANA name; undefined for a fixed offset */
    readonly name: string | undefined,
    readonly fixed = 0,
  ) {
    this.#clock =
      name === undefined
        ? undefined
        : new Intl.DateTimeFormat('en-US', {
            timeZone: name,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
          });
  }

  /** The zone of an IANA name, the same object each time; undefined if `Intl` does not know it. */
  static of(name: string | undefined): Zone | undefined {
    if (!name) return undefined;
    let zone = zones.get(name);
    try {
      if (!zone) zones.set(name, (zone = new Zone(name)));
    } catch {
      return undefined;
    }
    return zone;
  }

  /** A zone with the fixed offset of a timestamp (RFC 3339); UTC if it has none. */
  static atOffsetOf(moment: string): Zone {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(moment) ?? [];
    const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
    return new Zone(undefined, sign === '-' ? -offset : offset);
  }

  /** The offset from UTC in ms, positive east of Greenwich. */
  offset(instant: number): number {
    if (!this.#clock) return this.fixed;
    // `Intl` is slow and a feed may have ten thousand times; most days have a single offset.
    const day = Math.floor(instant / oneDay);
    const atStart = this.#offsetIn((day * oneDay) / quarter);
    return atStart === this.#offsetIn(((day + 1) * oneDay) / quarter)
      ? atStart
      : this.#offsetIn(Math.floor(instant / quarter));
  }

  /** The offset in a quarter of an hour, cached. */
  #offsetIn(index: number): number {
    let offset = this.#offsets.get(index);
    if (offset === undefined) {
      if (this.#offsets.size >= mostOffsets) this.#offsets.clear();
      this.#offsets.set(index, (offset = this.#computeOffset(index * quarter)));
    }
    return offset;
  }

  #computeOffset(instant: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#clock!.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  }

  /** The wall time at an instant. */
  wall(instant: number): number {
    return instant + this.offset(instant);
  }

  /** The first instant with this wall time, or after it if clocks skip it. */
  instant(wall: number): number {
    const guesses = [wall - oneDay, wall + oneDay].map((near) => wall - this.offset(near));
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

  /** The local day, counted from January 1, 1970. */
  day(instant: number): number {
    return Math.floor(this.wall(instant) / oneDay);
  }

  /** The local date, `YYYY-MM-DD`. */
  date(instant: number): string {
    return new Date(this.wall(instant)).toISOString().slice(0, 10);
  }

  /** The local hour, 0 to 23. */
  hour(instant: number): number {
    return new Date(this.wall(instant)).getUTCHours();
  }

  /** `10:00 AM` */
  time(instant: number, locale: string): string {
    return formatWallTime(this.wall(instant), locale, { hour: 'numeric', minute: '2-digit' });
  }

  /** The name of this zone in any season: `ET`. Empty if only an offset is known. */
  label(instant: number, locale: string): string {
    if (!this.name) return '';
    const parts = format(locale, {
      timeZone: this.name,
      timeZoneName: 'shortGeneric',
    }).formatToParts(instant);
    return plain(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  }

  /** `2026-11-24T10:20:00-05:00` (RFC 3339) */
  text(instant: number): string {
    const offset = this.offset(instant);
    const minutes = Math.round(Math.abs(offset) / minute);
    const clock = new Date(instant + offset).toISOString().slice(0, 19);
    return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
}

/** The first day of the week in a locale, from 0 (Sunday) to 6 (Saturday). */
export function firstDayOfWeek(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?(): { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return (known.getWeekInfo?.() ?? known.weekInfo)!.firstDay % 7;
  } catch {
    return 0; // as in the United States; Firefox has no week data
  }
}

/** The weekday of a day, from 0 (Sunday) to 6 (Saturday). */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The month of a day as an integer: twelve per year, counted from the year 0. */
export const monthOf = (day: number): number => {
  const date = new Date(day * oneDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The first day of a month, as counted by `monthOf`. */
export const firstDayOf = (month: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / oneDay;

/** The same day some months later, or the last day of a shorter month. */
export const addMonths = (day: number, months: number): number => {
  const month = monthOf(day);
  const length = firstDayOf(month + months + 1) - firstDayOf(month + months);
  return firstDayOf(month + months) + Math.min(day - firstDayOf(month), length - 1);
};
