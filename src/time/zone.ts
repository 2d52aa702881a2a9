/**
 * The clock on a wall, by `Intl` alone (docs/decisions/0012). A wall time is the milliseconds it would be if the zone were UTC, so that days
 * and hours come by division, and everything is written with `timeZone: 'UTC'`. A day is a whole number, counted from 1 January 1970.
 */
const minute = 60_000;
export const oneDay = 24 * 60 * minute;

/** Some browsers put a narrow no-break space before AM and PM, some do not. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, options)));
  return known;
}

/** A day or a wall time in words. */
export const inWords = (
  wall: number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string => plain(format(locale, { ...options, timeZone: 'UTC' }).format(wall));

export class Zone {
  readonly #offsets = new Map<number, number | undefined>();

  private constructor(
    /** IANA name; undefined for an offset that never changes */
    readonly name: string | undefined,
    readonly fixed = 0,
  ) {}

  /** The zone of a name, undefined where no clock knows it. */
  static of(name: string | undefined): Zone | undefined {
    if (!name) return undefined;
    try {
      format('en-US', { timeZone: name });
      return new Zone(name);
    } catch {
      return undefined;
    }
  }

  /** The clock that a moment was written by: `…-05:00`. */
  static by(moment: string): Zone {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(moment) ?? [];
    const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
    return new Zone(undefined, sign === '-' ? -offset : offset);
  }

  /** Milliseconds that this clock is ahead of UTC. */
  offset(instant: number): number {
    if (!this.name) return this.fixed;
    // `Intl` takes as long for one moment as all else for a slot, and a feed may hold ten thousand: most days have one offset.
    const day = Math.floor(instant / oneDay);
    if (!this.#offsets.has(day)) {
      const start = this.#ask(day * oneDay);
      this.#offsets.set(day, start === this.#ask((day + 1) * oneDay) ? start : undefined);
    }
    return this.#offsets.get(day) ?? this.#ask(instant);
  }

  #ask(instant: number): number {
    const parts: Record<string, number> = {};
    const clock = format('en-US', {
      timeZone: this.name!,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    for (const { type, value } of clock.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }

  /** What this clock shows. */
  wall(instant: number): number {
    return instant + this.offset(instant);
  }

  /** The day this clock is in. */
  day(instant: number): number {
    return Math.floor(this.wall(instant) / oneDay);
  }

  /** The hour this clock shows, 0 to 23. */
  hour(instant: number): number {
    return Math.floor((this.wall(instant) % oneDay) / (60 * minute));
  }

  /** `10:00 AM` */
  time(instant: number, locale: string): string {
    return inWords(this.wall(instant), locale, { hour: 'numeric', minute: '2-digit' });
  }

  /** What people call this zone the whole year round: `ET`. Empty where only an offset is known. */
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
    const two = (value: number) => String(value).padStart(2, '0');
    const minutes = Math.round(Math.abs(offset) / minute);
    const clock = new Date(instant + offset).toISOString().slice(0, 19);
    return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
}

/** The first day of the week, 0 for Sunday. */
export function weekStart(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?(): { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return (known.getWeekInfo?.() ?? known.weekInfo)!.firstDay % 7;
  } catch {
    return 0; // as in the United States; Firefox does not tell
  }
}

/** 0 for Sunday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** A month as a whole number: twelve a year. */
export const monthOf = (day: number): number => {
  const date = new Date(day * oneDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The first day of a month. */
export const firstOf = (month: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / oneDay;

/** The same day some months on, or the last one that month has. */
export const monthsOn = (day: number, months: number): number => {
  const month = monthOf(day);
  const length = firstOf(month + months + 1) - firstOf(month + months);
  return firstOf(month + months) + Math.min(day - firstOf(month), length - 1);
};
