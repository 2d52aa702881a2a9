import { describe, expect, test } from 'vitest';
import type { Clinic } from '../../src/contract/index.js';
import { Slots } from '../../src/receiver/slots.js';
import { Zone } from '../support/zone.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Zones whose clocks change in different ways: at other hours, by half an hour, at midnight, in the south, or never. */
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
];
const newYork = Zone.of('America/New_York')!;
const year = Date.UTC(2026, 0, 1);
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const open = (...hours: string[]) => Object.fromEntries(week.map((name) => [name, hours]));
const slotsIn = (zone: string, minutes: number, ...hours: string[]) => {
  const clinic: Clinic = {
    services: [{ id: 's', name: 'S', minutes }],
    locations: [{ id: 'main', name: 'M', hours: open(...hours) }],
  };
  return new Slots(clinic, Zone.of(zone)!);
};

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The moments of a year at which the clock jumps, found by looking at each half hour. */
const changes = (zone: Zone) => {
  const found = [];
  for (let at = year; at < year + 366 * day; at += 30 * minute) {
    if (zone.wall(at + 30 * minute) - zone.wall(at) !== 30 * minute) found.push(at + 30 * minute);
  }
  return found;
};

describe.each(zones)('%s', (name) => {
  const zone = Zone.of(name)!;
  const jumps = changes(zone);

  test.each([
    [20, ['00:00-23:59']],
    [45, ['00:30-03:30', '03:30-12:00']],
    [60, ['01:00-02:30', '02:30-04:00', '22:00-23:59']],
    [25, ['09:00-12:00', '13:00-17:00']],
  ])(
    'of %i minutes in %j, all year: never twice, never outside the hours, nothing missing',
    (minutes, hours) => {
      const slots = slotsIn(name, minutes, ...hours);
      const windows = hours.map((text) => text.split('-').map(minutesOf) as [number, number]);
      const perDay = windows.reduce(
        (sum, [opens, closes]) => sum + Math.floor((closes - opens) / minutes),
        0,
      );
      const changing = new Set(jumps.flatMap((at) => [zone.date(at - hour), zone.date(at)]));
      const first = zone.date(year);
      const last = zone.date(year + 366 * day);
      const counts = new Map<string, number>();
      const wrong: string[] = [];
      let before = 0;
      const all = slots.between(year, year + 366 * day);
      for (const [index, { start, end, id }] of all.entries()) {
        const date = zone.date(start);
        counts.set(date, (counts.get(date) ?? 0) + 1);
        const midnight = Date.parse(`${date}T00:00:00Z`);
        const [from, to] = [start, end].map((at) => (zone.wall(at) - midnight) / minute) as [
          number,
          number,
        ];
        if (end - start !== minutes * minute) wrong.push(`${id} is not ${minutes} minutes long`);
        if (start < before) wrong.push(`${id} overlaps`);
        if (!windows.some(([opens, closes]) => from >= opens && to <= closes))
          wrong.push(`${id} is outside`);
        if (index % 97 === 0 && slots.find(id)?.start !== start) wrong.push(`${id} is not found`);
        before = end;
      }
      for (const [date, count] of counts) {
        const whole = date !== first && date !== last && !changing.has(date);
        if (whole && count !== perDay) wrong.push(`${date} has ${count}`);
      }
      expect(wrong).toEqual([]);
      expect(counts.size).toBeGreaterThan(364);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    },
  );
});

test('control: counted on the wall, the same hours would list a time that never comes and one that comes twice', () => {
  const onTheWall = (date: string) =>
    Array.from({ length: 12 }, (_, index) =>
      newYork.instant(Date.parse(`${date}T00:00Z`) + index * 20 * minute),
    );
  const spring = onTheWall('2026-03-08');
  expect(new Set(spring).size).toBeLessThan(spring.length);
  const autumn = onTheWall('2026-11-01').map((start) => start + 20 * minute);
  expect(autumn.some((end, index) => (onTheWall('2026-11-01')[index + 1] ?? end) !== end)).toBe(
    true,
  );
});

test('the days when clocks change have an hour less or more', () => {
  const slots = slotsIn('America/New_York', 30, '00:00-06:00');
  const on = (date: string) =>
    slots
      .between(slots.parseMoment(date)!, slots.parseMoment(date, true)!)
      .map((slot) => slots.toListed(slot).start.slice(11));
  expect(on('2026-03-07')).toHaveLength(12);
  expect(on('2026-03-08')).toHaveLength(10);
  expect(on('2026-03-08').slice(2, 6)).toEqual([
    '01:00:00-05:00',
    '01:30:00-05:00',
    '03:00:00-04:00',
    '03:30:00-04:00',
  ]);
  expect(on('2026-11-01')).toHaveLength(14);
  expect(on('2026-11-01').slice(2, 6)).toEqual([
    '01:00:00-04:00',
    '01:30:00-04:00',
    '01:00:00-05:00',
    '01:30:00-05:00',
  ]);
});

describe('a clinic', () => {
  const clinic: Clinic = {
    services: [
      {
        id: 'tms',
        name: 'TMS',
        minutes: 20,
        visit: ['in-person'],
        clinicians: ['c1', 'c2'],
        locations: ['main'],
      },
      { id: 'talk', name: 'Talk', visit: ['in-person', 'telehealth'] },
    ],
    locations: [
      { id: 'main', name: 'Main', hours: { mon: ['09:00-10:00'] }, closed: ['2026-11-30'] },
      {
        id: 'north',
        name: 'North',
        hours: { mon: ['09:00-09:50'], tue: [], wed: ['12:00-09:00'] },
      },
    ],
  };
  const slots = new Slots(clinic, newYork);
  const list = (filter = {}, from = '2026-11-22', to = '2026-11-28') =>
    slots
      .between(slots.parseMoment(from)!, slots.parseMoment(to, true)!, filter)
      .map((slot) => slots.toListed(slot));

  test('offers each service where and with whom it takes place', () => {
    expect(list({ service: 'tms', clinician: 'c1' })).toEqual(
      ['09:00', '09:20', '09:40'].map((start, index) => ({
        id: expect.any(String) as unknown,
        start: `2026-11-23T${start}:00-05:00`,
        end: `2026-11-23T${['09:20', '09:40', '10:00'][index]}:00-05:00`,
        service: 'tms',
        location: 'main',
        clinician: 'c1',
        visit: 'in-person',
      })),
    );
    expect(list({ service: 'tms' })).toHaveLength(6);
    expect(list({ service: 'talk' }).map(({ location, visit }) => [location, visit])).toEqual([
      ['main', undefined],
      ['north', undefined],
      ['main', undefined],
    ]);
    expect(list({ location: 'north' })).toHaveLength(1);
    expect(list({ service: 'nothing' })).toEqual([]);
    expect(list()).toHaveLength(9);
  });

  test('is closed when it says so, that day and that place only', () => {
    expect(list({ location: 'main' }, '2026-11-29', '2026-12-05')).toEqual([]);
    expect(list({ location: 'north' }, '2026-11-29', '2026-12-05')).toHaveLength(1);
  });

  test('has a calendar per clinician, else per place', () => {
    const calendars = new Set(slots.between(0, 20 * day).map(({ calendar }) => calendar));
    expect(calendars.size).toBe(4);
  });

  test('knows its ids again, and no others', () => {
    const [slot] = list();
    expect(slots.find(slot.id)).toBeDefined();
    const [start, key] = [slot.id.slice(0, 12), slot.id.slice(13)];
    for (const id of [
      '',
      'x',
      start,
      `${start}-`,
      `${start}-AAAAAAAAAAAA`,
      `202611231401-${key}`,
      `202611301400-${key}`,
      `209913231400-${key}`,
      `${slot.id}x`,
    ]) {
      expect(slots.find(id)).toBeUndefined();
    }
    const again = new Slots(structuredClone(clinic), newYork);
    expect(again.find(slot.id)).toEqual(slots.find(slot.id));
  });

  test('without hours, services or places has few slots or none', () => {
    const count = (some: Clinic) =>
      new Slots(some, Zone.of('UTC')!).between(year, year + 7 * day).length;
    expect(count({})).toBe(0);
    expect(count({ services: clinic.services })).toBe(0);
    expect(count({ locations: [{ id: 'a', name: 'A' }] })).toBe(0);
    expect(count({ locations: [{ id: 'a', name: 'A', hours: { mon: ['09:00-10:00'] } }] })).toBe(2);
  });

  test('reads moments and dates, and nothing else', () => {
    expect(slots.parseMoment('2026-11-23T09:00:00-05:00')).toBe(Date.UTC(2026, 10, 23, 14));
    expect(slots.parseMoment('2026-11-23T15:00:00 01:00')).toBe(Date.UTC(2026, 10, 23, 14));
    expect(slots.parseMoment('2026-11-23')).toBe(Date.UTC(2026, 10, 23, 5));
    expect(slots.parseMoment('2026-11-01', true)).toBe(Date.UTC(2026, 10, 2, 5));
    for (const wrong of [
      '',
      'now',
      '2026',
      '2026-13-01',
      '2026-02-30',
      '2026-11-23T09:00',
      '1764000000000',
    ]) {
      expect([wrong, slots.parseMoment(wrong)]).toEqual([wrong, undefined]);
    }
  });
});
