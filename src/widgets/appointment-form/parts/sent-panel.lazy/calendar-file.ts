/**
 * A visit for a calendar that others may see: times and a neutral title, without service, clinician
 * or place.
 */
export interface Visit {
  /** The same for each download of a visit, so that a calendar does not add it twice */
  uid: string;
  /** RFC 3339, as returned by the slots URL */
  start: string;
  end: string;
  /** Neutral title, such as "Appointment" */
  title: string;
}

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // Other control characters are not allowed in text values.
    .replace(/\p{Cc}/gu, '');

/** Folds a line to at most 75 octets (RFC 5545, 3.1) without splitting a character. */
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

/** A time in UTC: `20261124T152000Z` (RFC 5545, 3.3.5). */
const utc = (moment: string | number): string =>
  new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * An iCalendar file (RFC 5545) with one private event. Its times are in UTC, which calendars
 * convert to local time; only recurring events would need time zone rules.
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
