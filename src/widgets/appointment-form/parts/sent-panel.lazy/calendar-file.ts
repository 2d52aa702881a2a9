/** A visit for a calendar that others may look into: a time and neutral words, nothing of what it is for, with whom, or where. */
export interface Visit {
  /** The same for each download of the same visit, so that a calendar keeps it once */
  uid: string;
  /** RFC 3339, as the slots URL gave them */
  start: string;
  end: string;
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

/** `20261124T152000Z`: a moment in UTC (RFC 5545, 3.3.5). */
const utc = (moment: string | number): string =>
  new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * An iCalendar file (RFC 5545) with one private event. Its times are in UTC: that names the moment, and each calendar shows it on its own
 * clock. Only an event that comes again would need the rules of a time zone.
 */
export function calendarFile({ uid, start, end, title }: Visit, now = Date.now()): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar file//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}
