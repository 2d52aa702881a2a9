/**
 * A time zone as iCalendar writes it (RFC 5545, 3.6.5), from the zone data that the browser has anyway: `Intl` alone, so that the file
 * says the same hours as the page.
 */
const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const two = (value: number) => String(Math.abs(value)).padStart(2, '0');

/** `20261124T102000`: a wall time, given as the number that would show it in UTC. */
export const dateTimeOf = (wall: number): string =>
  new Date(wall).toISOString().replace(/[-:]|\.\d+Z/g, '');

/** `-0500` */
const offsetText = (offset: number) => {
  const minutes = Math.abs(offset) / minute;
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
};

/** A moment at which the clocks of a zone change. */
interface Change {
  at: number;
  from: number;
  to: number;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The wall time at which a change happens, and the day of the month it falls on, counted from both ends. */
const placeOf = ({ at, from }: Change) => {
  const wall = new Date(at + from);
  const date = wall.getUTCDate();
  const days = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  return {
    when: [wall.getUTCMonth() + 1, weekdays[wall.getUTCDay()], wall.getTime() % day].join(),
    month: wall.getUTCMonth() + 1,
    weekday: weekdays[wall.getUTCDay()],
    week: Math.ceil(date / 7),
    last: date + 7 > days,
  };
};

/**
 * `RRULE` of changes that come year after year on the same weekday of the same month (the second Sunday of March, the last of October);
 * undefined where there is no such rule.
 */
const ruleOf = (changes: Change[]): string | undefined => {
  const places = changes.map(placeOf);
  const [first] = places;
  if (!first || places.some(({ when }) => when !== first.when)) return undefined;
  const week = places.every((place) => place.week === first.week)
    ? first.week
    : places.every(({ last }) => last)
      ? -1
      : undefined;
  if (week === undefined) return undefined;
  return `RRULE:FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${week}${first.weekday}`;
};

/** No zone keeps other hours for less than a week; looking at each day would keep a phone busy. */
const step = 7 * day;
/** How many years in a row a rule must have held before it is written down as one. */
const years = 5;

/** @throws RangeError when the zone is unknown */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;

  constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  }

  /** What the zone is ahead of UTC at a moment, in milliseconds. */
  offset(at: number): number {
    const name = this.#format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
    const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minute;
    return sign === '-' ? -size : size;
  }

  /** What the clock on the wall shows at a moment, as a number that would show it in UTC. */
  wall(at: number): number {
    return at + this.offset(at);
  }

  /**
   * False where the clock shows the same time twice. Such a time means the first of the two (RFC 5545, 3.3.5), but not every calendar
   * knows that.
   */
  clear(at: number): boolean {
    const wall = this.wall(at);
    return [-120, -60, -30, 30, 60, 120].every((by) => this.wall(at + by * minute) !== wall);
  }

  #changes(from: number, to: number): Change[] {
    const found: Change[] = [];
    for (let before = from; before < to; before += step) {
      const [old, now] = [this.offset(before), this.offset(before + step)];
      if (old === now) continue;
      let [early, late] = [before, before + step];
      while (late - early > second) {
        const middle = Math.floor((early + late) / 2 / second) * second;
        if (this.offset(middle) === old) early = middle;
        else late = middle;
      }
      found.push({ at: late, from: old, to: now });
    }
    return found;
  }

  /** `VTIMEZONE` for a visit: what holds then, by the rule where the zone has one, else by the changes around it. */
  component(at: number): string[] {
    const from = Math.floor(at / day) * day - 400 * day;
    const changes = this.#changes(from, from + (years + 1) * 366 * day);
    const springs = changes.filter((change) => change.to > change.from);
    const autumns = changes.filter((change) => change.to < change.from);
    const kinds = [springs, autumns];
    const ruled =
      kinds.every((kind) => kind.length >= years && ruleOf(kind)) &&
      new Set(changes.map(({ to }) => to)).size === 2;
    const before = changes.filter((change) => change.at <= at + day).slice(-2);
    const next = changes.find((change) => change.at > at + day);
    // Where nothing has changed for a year, what holds now has always held.
    const always = { at: -this.offset(at), from: this.offset(at), to: this.offset(at) };
    const around = [
      ...(before.some((change) => change.at <= at) ? [] : [always]),
      ...before,
      ...(next ? [next] : []),
    ];
    const written = ruled
      ? kinds.map((kind) => this.#observance(kind[0], ruleOf(kind)))
      : around.map((change) => this.#observance(change));
    return ['BEGIN:VTIMEZONE', `TZID:${this.name}`, ...written.flat(), 'END:VTIMEZONE'];
  }

  #observance(change: Change, rule?: string): string[] {
    const kind = change.to > change.from ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      `DTSTART:${dateTimeOf(change.at + change.from)}`,
      `TZOFFSETFROM:${offsetText(change.from)}`,
      `TZOFFSETTO:${offsetText(change.to)}`,
      ...(rule ? [rule] : []),
      `END:${kind}`,
    ];
  }
}
