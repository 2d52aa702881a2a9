import { dateTimeOf, TimeZone } from './time-zone.js';

/** A visit for a calendar that others may look into: a time and neutral words, nothing of what it is for, with whom, or where. */
export interface Visit {
  /** The same for each download of the same visit, so that a calendar keeps it once */
  uid: string;
  /** RFC 3339, as the slots URL gave them */
  start: string;
  end: string;
  /** IANA zone of the clinic's clocks; without one the times are written in UTC */
  timeZone?: string | undefined;
  /** What the calendar shows: neutral, such as "Appointment" */
  title: string;
}

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // Other control characters are not allowed in a text.
    .replace(/\p{Cc}/gu, '');

/** A line has at most 75 octets without its break (RFC 5545, 3.1), and no character may be cut in two. */
const folded = (line: string): string => {
  const bytes = new TextEncoder();
  let [text, room] = ['', 75];
  for (const character of line) {
    const size = bytes.encode(character).length;
    if (size > room) {
      text += '\r\n ';
      room = 74;
    }
    text += character;
    room -= size;
  }
  return text;
};

const zoneOf = (name: string | undefined): TimeZone | undefined => {
  try {
    return name ? new TimeZone(name) : undefined;
  } catch {
    return undefined;
  }
};

/** An iCalendar file (RFC 5545) with one private event. */
export function calendarFile(
  { uid, start, end, timeZone, title }: Visit,
  now = Date.now(),
): string {
  const moments = [Date.parse(start), Date.parse(end)] as const;
  const zone = zoneOf(timeZone);
  const inZone = zone && moments.every((at) => zone.clear(at));
  const [from, to] = moments.map((at) =>
    inZone ? `;TZID=${zone.name}:${dateTimeOf(zone.wall(at))}` : `:${dateTimeOf(at)}Z`,
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar file//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(zone ? zone.component(moments[0]) : []),
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${dateTimeOf(now)}Z`,
    `DTSTART${from}`,
    `DTEND${to}`,
    `SUMMARY:${escaped(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}
