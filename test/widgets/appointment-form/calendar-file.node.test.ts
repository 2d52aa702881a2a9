import { describe, expect, it } from 'vitest';
import ICAL from 'ical.js';
import { calendarFile } from '../../../src/widgets/appointment-form/parts/sent-panel.lazy/calendar-file.js';

const minute = 60_000;

const uid = '0b6a4d1e-0000-4000-8000-000000000000';
const visit = (at: number, minutes = 40) => ({
  uid,
  start: new Date(at).toISOString(),
  end: new Date(at + minutes * minute).toISOString(),
  title: 'Appointment',
});

/** Reads a file as a calendar does. */
function readBack(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const moment = (name: string) =>
    (event.getFirstPropertyValue(name) as ICAL.Time).toUnixTime() * 1000;
  return { start: moment('dtstart'), end: moment('dtend'), event };
}

describe('the file for a calendar', () => {
  it('means the very moment of the visit, also while clocks change, whatever offset it was written with', () => {
    for (const [start, end, written] of [
      ['2026-11-24T10:20:00-05:00', '2026-11-24T11:00:00-05:00', '20261124T152000Z'],
      // One o'clock comes twice in New York.
      ['2026-11-01T01:30:00-04:00', '2026-11-01T01:50:00-04:00', '20261101T053000Z'],
      ['2026-11-01T01:30:00-05:00', '2026-11-01T01:50:00-05:00', '20261101T063000Z'],
      // From before one change to after it
      ['2026-03-08T01:45:00-05:00', '2026-03-08T03:15:00-04:00', '20260308T064500Z'],
      ['2026-11-24T20:50:00+05:45', '2026-11-24T21:30:00+05:45', '20261124T150500Z'],
      ['2026-12-31T23:45:30.500-05:00', '2027-01-01T00:15:00-05:00', '20270101T044530Z'],
    ]) {
      const file = calendarFile({ uid, start, end, title: 'Appointment' });
      expect(file).to.include(`\r\nDTSTART:${written}\r\n`);
      const back = readBack(file);
      expect(back.start).to.equal(Math.floor(Date.parse(start) / 1000) * 1000);
      expect(back.end).to.equal(Date.parse(end));
    }
  });

  it('control: without its Z the moment would be another', () => {
    const at = Date.UTC(2026, 10, 24, 15);
    const file = calendarFile(visit(at)).replace(/(DTSTART:\w+)Z/, '$1');
    const time = readBack(file).event.getFirstPropertyValue('dtstart') as ICAL.Time;
    expect(time.zone.tzid).to.equal('floating');
    expect(readBack(calendarFile(visit(at))).start).to.equal(at);
  });

  it('is private, neutral, and the same visit each time', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    const file = calendarFile(visit(Date.UTC(2026, 10, 24, 15)), now);
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
    const file = calendarFile({ ...visit(Date.UTC(2026, 10, 24, 15)), title });
    const bytes = new TextEncoder();
    for (const line of file.split('\r\n')) expect(bytes.encode(line).length).to.be.at.most(75);
    expect(readBack(file).event.getFirstPropertyValue('summary')).to.equal(
      title.replace('\u0007', ''),
    );
  });
});
