import { afterEach, describe, expect, test, vi } from 'vitest';
import { today } from '../../src/time/day.js';

const zoneBefore = process.env['TZ'];
afterEach(() => {
  vi.useRealTimers();
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

describe('today', () => {
  test.each([
    ['America/New_York', '2026-11-24T04:59:00Z', '2026-11-23'],
    ['America/New_York', '2026-11-24T05:00:00Z', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-24T18:14:00Z', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-24T18:15:00Z', '2026-11-25'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    // The night in which the clocks change
    ['America/New_York', '2026-11-02T04:59:00Z', '2026-11-01'],
    ['America/New_York', '2026-03-08T04:59:00Z', '2026-03-07'],
  ])('in %s at %s is %s, wherever the device is', (zone, now, day) => {
    vi.useFakeTimers({ now: new Date(now) });
    process.env['TZ'] = 'UTC';
    expect(today(zone)).toBe(day);
    process.env['TZ'] = zone;
    expect(today()).toBe(day);
  });

  test('is the device’s where no clock knows the zone', () => {
    vi.useFakeTimers({ now: new Date('2026-11-24T04:59:00Z') });
    process.env['TZ'] = 'America/New_York';
    for (const zone of [undefined, '', 'Mars/Olympus']) expect(today(zone)).toBe('2026-11-23');
  });
});
