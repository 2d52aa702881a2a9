const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a calendar date, `YYYY-MM-DD` (ISO 8601). February 30 is not. */
export const isDay = (value: string): boolean =>
  day.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/**
 * Whether a text is a time with offset: `2026-11-24T10:20:00-05:00` (RFC 3339). Without an offset
 * the time would be ambiguous.
 */
export const isMoment = (value: string): boolean =>
  moment.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));

/**
 * Today's date, `YYYY-MM-DD`, on this device or in a time zone.
 *
 * @param timeZone IANA name; ignored if `Intl` does not know it
 */
export function today(timeZone?: string): string {
  const now = new Date();
  if (timeZone) {
    try {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      });
      const parts = format.formatToParts(now).map(({ type, value }) => [type, value]);
      const { year, month, day } = Object.fromEntries(parts) as Record<string, string>;
      return `${year}-${month}-${day}`;
    } catch {
      // Fall back to the device's own time zone.
    }
  }
  // Without `Intl`, which is too slow to call on each keystroke.
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
