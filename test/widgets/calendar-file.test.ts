import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { calendarFile } from '../../src/widgets/appointment-form/parts/sent-panel.lazy/calendar-file.js';
import { TimeZone } from '../../src/widgets/appointment-form/parts/sent-panel.lazy/time-zone.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** North and south, half hours, a rule that is none, other hours than two o'clock, no change at all, changes that were given up. */
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/St_Johns',
  'America/Santiago',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Jerusalem',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'UTC',
];

/** Seeded, so that a failure comes again. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const uid = '0b6a4d1e-0000-4000-8000-000000000000';
const visit = (at: number, timeZone: string | undefined, minutes = 40) => ({
  uid,
  start: new Date(at).toISOString(),
  end: new Date(at + minutes * minute).toISOString(),
  timeZone,
  title: 'Appointment',
});

/** Reads a file as a calendar does, by its own VTIMEZONE and nothing else. */
function readBack(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((part) => new ICAL.Timezone(part));
  const event = calendar.getFirstSubcomponent('vevent')!;
  const moment = (name: string) => {
    const property = event.getFirstProperty(name)!;
    const time = property.getFirstValue() as ICAL.Time;
    const tzid = property.getParameter('tzid');
    if (tzid === undefined) return time.toUnixTime() * 1000;
    const zone = zones.find((one) => one.tzid === tzid);
    if (!zone) throw new Error(`${String(tzid)} is not described`);
    time.zone = zone;
    return time.toUnixTime() * 1000;
  };
  return { start: moment('dtstart'), end: moment('dtend'), event, zones };
}

const wrongOnes = (name: string, moments: number[], spoil = (file: string) => file) =>
  moments.filter((at) => {
    const back = readBack(spoil(calendarFile(visit(at, name))));
    return back.start !== at || back.end !== at + 40 * minute;
  });

describe('the file for a calendar', () => {
  for (const name of zones) {
    it(`means the very moment of the visit, around each change of the clocks too: ${name}`, () => {
      const pick = random(7);
      const zone = new TimeZone(name);
      const from = Date.UTC(2025, 0, 1);
      const anywhere = Array.from(
        { length: 20 },
        () => from + pick(6 * 365 * 24 * 4) * 15 * minute,
      );
      const near: number[] = [];
      for (let start = from; start < from + 3 * 366 * day; start += day) {
        if (zone.offset(start) === zone.offset(start + day)) continue;
        let next = start;
        while (zone.offset(next) === zone.offset(start)) next += 15 * minute;
        for (const by of [-26 * 60, -90, -60, -45, -30, -15, 0, 15, 30, 60, 120, 26 * 60])
          near.push(next + by * minute);
      }
      expect(wrongOnes(name, [...anywhere, ...near])).to.deep.equal([]);
    });
  }

  it('control: with the offsets of a zone turned round, the moment is another', () => {
    const spoil = (file: string) =>
      file.replace(
        /(TZOFFSET(?:FROM|TO):)-0([45])00/g,
        (_all, key, hour) => `${key}-0${9 - hour}00`,
      );
    const moments = [Date.UTC(2026, 6, 1, 15), Date.UTC(2026, 11, 1, 15)];
    expect(wrongOnes('America/New_York', moments, spoil)).to.deep.equal(moments);
  });

  it('names the rule of a zone that has one', () => {
    const file = calendarFile(visit(Date.UTC(2026, 10, 24, 15, 20), 'America/New_York'));
    expect(file).to.include(
      [
        'BEGIN:VTIMEZONE',
        'TZID:America/New_York',
        'BEGIN:DAYLIGHT',
        'DTSTART:20260308T020000',
        'TZOFFSETFROM:-0500',
        'TZOFFSETTO:-0400',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
        'END:DAYLIGHT',
        'BEGIN:STANDARD',
        'DTSTART:20251102T020000',
        'TZOFFSETFROM:-0400',
        'TZOFFSETTO:-0500',
        'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n'),
    );
    expect(file).to.include('\r\nDTSTART;TZID=America/New_York:20261124T102000\r\n');
  });

  it('writes a time that the clock shows twice in UTC: not every calendar takes the first of the two', () => {
    const first = Date.UTC(2026, 10, 1, 5, 30);
    const file = (at: number) => calendarFile(visit(at, 'America/New_York', 20));
    expect(file(first)).to.include('DTSTART:20261101T053000Z');
    expect(file(first + 60 * minute)).to.include('DTSTART:20261101T063000Z');
    expect(file(first - 60 * minute)).to.include('TZID=America/New_York:20261101T003000');
  });

  it('is private, neutral, and the same visit each time', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    const file = calendarFile(visit(Date.UTC(2026, 10, 24, 15), 'America/New_York'), now);
    const { event } = readBack(file);
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    expect(value('summary')).to.equal('Appointment');
    expect(value('class')).to.equal('PRIVATE');
    expect(value('uid')).to.equal(uid);
    expect(value('dtstamp')).to.equal('2026-11-23T12:00:00Z');
    expect(event.getAllProperties().map(({ name }) => name)).to.have.members([
      'uid',
      'dtstamp',
      'dtstart',
      'dtend',
      'summary',
      'class',
      'transp',
    ]);
    expect(file.split('\r\n').slice(0, 2)).to.deep.equal(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });

  it('escapes and folds what the clinic calls it, and cuts no character in two', () => {
    const title = `Cita; a las 10, \\ o después\nde "todo" ${'👩🏽‍⚕️ señal '.repeat(20)}\u0007`;
    const file = calendarFile({ ...visit(Date.UTC(2026, 10, 24, 15), 'UTC'), title });
    const bytes = new TextEncoder();
    for (const line of file.split('\r\n')) expect(bytes.encode(line).length).to.be.at.most(75);
    expect(readBack(file).event.getFirstPropertyValue('summary')).to.equal(
      title.replace('\u0007', ''),
    );
  });

  it('without a zone, or with one that no clock knows, is written in UTC', () => {
    const at = Date.UTC(2026, 10, 24, 15);
    for (const zone of [undefined, 'Mars/Olympus']) {
      const file = calendarFile(visit(at, zone));
      expect(file).not.to.include('VTIMEZONE');
      expect(readBack(file).start).to.equal(at);
    }
  });
});
