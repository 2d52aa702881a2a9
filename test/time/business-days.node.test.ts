import { describe, expect, test } from 'vitest';
import { addBusinessDays, estimateDue, isBusinessDay } from '../../src/contract/index.js';

/**
 * Days federal offices were or will be closed, by the lists of the Office of Personnel Management (opm.gov, Federal Holidays), observed
 * days included.
 */
const holidays = {
  2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
  // New Year's Day of 2022 was a Saturday: its Friday belongs to the year before.
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
};

const daysOf = (year: string) =>
  Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10),
  ).filter((date) => date.startsWith(year));

describe('business days', () => {
  test.each(Object.entries(holidays))('of %s', (year, closed) => {
    const weekdays = daysOf(year).filter((date) => new Date(date).getUTCDay() % 6 !== 0);
    const known = closed
      .split(' ')
      .map((date) => `${year}-${date}`)
      // Juneteenth is a federal holiday since 2021; the calendar knows one rule only.
      .concat(year === '2020' ? ['2020-06-19'] : [])
      .sort();
    expect(weekdays.filter((date) => !isBusinessDay(date))).toEqual(known);
    expect(
      daysOf(year).filter((date) => new Date(date).getUTCDay() % 6 === 0 && isBusinessDay(date)),
    ).toEqual([]);
  });

  test.each([
    ['2026-11-23', 3, '2026-11-27'], // over Thanksgiving
    ['2026-11-25', 1, '2026-11-27'],
    ['2026-12-24', 1, '2026-12-28'], // Christmas on a Friday
    ['2026-12-30', 3, '2027-01-05'], // New Year's Day on a Friday
    ['2027-12-30', 1, '2028-01-03'], // New Year's Day observed in the old year
    ['2026-07-02', 1, '2026-07-06'], // the Fourth on a Saturday
    ['2026-11-21', 1, '2026-11-23'], // from a Saturday
    ['2028-02-28', 2, '2028-03-01'], // the 29th of February
    ['2026-11-26', 0, '2026-11-26'],
  ])('%s and %d more is %s', (from, count, to) => {
    expect(addBusinessDays(from, count)).toBe(to);
  });
});

describe('when a Good Faith Estimate is due', () => {
  test.each([
    ['2026-11-23', '2026-11-27'],
    ['2026-11-28', '2026-12-02'],
    ['2026-12-23', '2026-12-29'],
    ['2026-12-31', '2027-01-06'],
  ])('requested on %s: by %s', (requested, due) => {
    expect(estimateDue({ requested })).toBe(due);
  });

  test.each([
    // scheduled on Monday, November 23, 2026: business days ahead are 24, 25, 27, 30, 1, 2, 3, 4, 7, 8
    ['2026-11-23', '2026-11-24', undefined],
    ['2026-11-23', '2026-11-25', undefined],
    ['2026-11-23', '2026-11-26', undefined],
    ['2026-11-23', '2026-11-27', '2026-11-24'],
    ['2026-11-23', '2026-12-07', '2026-11-24'],
    ['2026-11-23', '2026-12-08', '2026-11-27'],
    ['2026-11-23', '2027-03-01', '2026-11-27'],
    // over the turn of the year
    ['2026-12-30', '2027-01-04', undefined],
    ['2026-12-30', '2027-01-05', '2026-12-31'],
    ['2026-12-30', '2027-01-14', '2027-01-05'],
  ])('scheduled on %s for %s: by %s', (scheduled, visit, due) => {
    expect(estimateDue({ scheduled, visit })).toBe(due);
  });
});
