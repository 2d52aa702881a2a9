import { describe, expect, test } from 'vitest';
import {
  firstDayOf,
  formatWallTime,
  monthOf,
  addMonths,
  oneDay,
  weekdayOf,
  firstDayOfWeek,
  Zone,
} from '../../src/time/zone.js';

/** Zones whose clocks change at other hours, by half an hour, at midnight, in the south, or never. */
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Phoenix',
  'UTC',
];
const minute = 60_000;
const hour = 60 * minute;
const year = Date.UTC(2026, 0, 1);

/** Seeded, so that a failure comes again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** The moments of a year at which the clock jumps, found by looking at each quarter of an hour. */
const changesOf = (zone: Zone) => {
  const found = [];
  for (let at = year; at < year + 366 * oneDay; at += 15 * minute) {
    if (zone.wall(at + 15 * minute) - zone.wall(at) !== 15 * minute) found.push(at + 15 * minute);
  }
  return found;
};

/** What `Intl` itself says of every half hour of a year. */
const witness = (zone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

describe.each(zones)('the clock of %s', (name) => {
  const zone = Zone.of(name)!;

  test('shows every half hour of a year as Intl does, across its changes', () => {
    const says = witness(name);
    let wrong = 0;
    for (let at = year; at < year + 366 * oneDay; at += hour / 2) {
      const shown = new Date(zone.wall(at)).toISOString().slice(0, 16).replace('T', ' ');
      if (shown !== says.format(at)) wrong++;
    }
    expect(wrong).toBe(0);
  });

  test('finds the first moment of every wall time, and the change where there is none', () => {
    const pick = random(1);
    const near = changesOf(zone).flatMap((at) =>
      [-90, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 90].map((by) => zone.wall(at) + by * minute),
    );
    const anywhere = Array.from({ length: 500 }, () => year + pick(366 * 24 * 60) * minute);
    for (const wall of [...near, ...anywhere]) {
      const instant = zone.instant(wall);
      expect(zone.wall(instant)).toBeGreaterThanOrEqual(wall);
      expect(zone.wall(instant - 1_000)).toBeLessThan(wall);
      for (let before = instant - 30 * minute; before > instant - 3 * hour; before -= 30 * minute) {
        expect(zone.wall(before)).toBeLessThan(wall);
      }
    }
  });

  test('writes moments that mean what they meant, on the right day', () => {
    const pick = random(2);
    for (let count = 0; count < 300; count++) {
      const instant = year + pick(366 * 24 * 60) * minute;
      expect(Date.parse(zone.text(instant))).toBe(instant);
      expect(zone.text(instant).slice(0, 10)).toBe(zone.date(instant));
    }
  });

  test('keeps the weekday and the hour of a weekly visit, whatever the clocks do', () => {
    for (let week = 0; week < 53; week++) {
      const noon = year + week * 7 * oneDay + 12 * hour;
      const at = noon - zone.offset(noon);
      expect(weekdayOf(zone.day(at))).toBe(
        weekdayOf(zone.day(year + 12 * hour - zone.offset(year))),
      );
      expect(zone.hour(at)).toBe(12);
    }
  });

  test('does not depend on the browser’s own zone', () => {
    const before = process.env['TZ'];
    try {
      for (const [index, [elsewhere, offset]] of [
        ['Asia/Tokyo', -540] as const,
        ['Pacific/Kiritimati', -840] as const,
        ['America/Los_Angeles', 480] as const,
      ].entries()) {
        // A moment that was not asked for before: the answer is not a remembered one.
        const at = Date.UTC(2027 + index, 0, 8, 7, 30);
        const expected = witness(name).format(at);
        process.env['TZ'] = elsewhere;
        expect(new Date(at).getTimezoneOffset(), `the browser is in ${elsewhere}`).toBe(offset);
        expect(zone.text(at).slice(0, 16).replace('T', ' ')).toBe(expected);
        expect(Date.parse(zone.text(at))).toBe(at);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('a clock', () => {
  test('tells the hour before and after it is put forward', () => {
    const zone = Zone.of('America/New_York')!;
    const before = Date.parse('2026-03-08T01:45:00-05:00');
    expect(zone.time(before, 'en')).toBe('1:45 AM');
    expect(zone.time(before + hour / 2, 'en')).toBe('3:15 AM');
    expect(zone.text(before + hour / 2)).toBe('2026-03-08T03:15:00-04:00');
  });

  test('tells the hour that comes twice by its offset', () => {
    const zone = Zone.of('America/New_York')!;
    const first = Date.parse('2026-11-01T01:30:00-04:00');
    expect([zone.time(first, 'en'), zone.time(first + hour, 'en')]).toEqual(['1:30 AM', '1:30 AM']);
    expect([zone.text(first), zone.text(first + hour)]).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
    ]);
  });

  test('has a name that holds all year, in plain blanks', () => {
    const zone = Zone.of('America/New_York')!;
    expect([zone.label(year, 'en'), zone.label(year + 180 * oneDay, 'en')]).toEqual(['ET', 'ET']);
    expect(zone.time(year, 'en')).toBe('7:00 PM');
  });

  test('remembers only so much: asked about ten thousand years, it still answers', () => {
    const zone = Zone.of('Europe/Paris')!;
    for (let day = 0; day < 12_000; day++) zone.date(year + day * oneDay);
    expect(zone.text(Date.UTC(2026, 6, 14, 8))).toBe('2026-07-14T10:00:00+02:00');
  });

  test('is the same object each time, so that nothing is asked twice', () => {
    expect(Zone.of('America/Denver')).toBe(Zone.of('America/Denver'));
  });

  test('is none where nobody knows the zone', () => {
    for (const name of [undefined, '', 'Mars/Olympus', '../etc', 'ET5', '\0'])
      expect(Zone.of(name)).toBe(undefined);
  });

  test('goes by the offset of a moment where no zone is known', () => {
    const at = Date.UTC(2026, 10, 24, 15, 20);
    for (const [moment, time] of [
      ['2026-11-24T10:20:00-05:00', '10:20 AM'],
      ['2026-11-24T20:50:00+05:30', '8:50 PM'],
      ['2026-11-24T15:20:00Z', '3:20 PM'],
    ] as const) {
      expect(Zone.atOffsetOf(moment).time(at, 'en')).toBe(time);
      expect(Zone.atOffsetOf(moment).label(at, 'en')).toBe('');
    }
  });
});

describe('the calendar', () => {
  test('counts days, months and weeks', () => {
    const day = Date.UTC(2026, 10, 24) / oneDay;
    expect(weekdayOf(day)).toBe(2);
    expect(firstDayOf(monthOf(day))).toBe(Date.UTC(2026, 10, 1) / oneDay);
    expect(formatWallTime(day * oneDay, 'en', { weekday: 'short', day: 'numeric' })).toBe('24 Tue');
  });

  test('keeps to the length of a month', () => {
    const last = Date.UTC(2027, 0, 31) / oneDay;
    expect(new Date(addMonths(last, 1) * oneDay).toISOString()).toMatch(/^2027-02-28/);
    expect(new Date(addMonths(last, -11) * oneDay).toISOString()).toMatch(/^2026-02-28/);
    expect(new Date(addMonths(last, 12) * oneDay).toISOString()).toMatch(/^2028-01-31/);
  });

  test('begins its week as the country does', () => {
    expect([firstDayOfWeek('en-US'), firstDayOfWeek('es-MX'), firstDayOfWeek('de-DE')]).toEqual([
      0, 0, 1,
    ]);
    expect(firstDayOfWeek('no such place')).toBe(0);
  });
});
