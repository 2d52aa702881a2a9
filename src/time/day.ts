const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD` (ISO 8601): 30 February is none. */
export const isDay = (value: string): boolean =>
  day.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** Whether a text is a moment with its offset: `2026-11-24T10:20:00-05:00` (RFC 3339). Without an offset nobody can tell which moment it is. */
export const isMoment = (value: string): boolean =>
  moment.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));

/**
 * Today's date, `YYYY-MM-DD`: on the calendar of this device, or of a time zone.
 * @param timeZone IANA name; one that `Intl` does not know counts as none
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
      // The device's own calendar is near enough.
    }
  }
  // Without `Intl`: forms ask at every key.
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
