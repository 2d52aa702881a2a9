const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD` (ISO 8601): 30 February is none. */
export const isDay = (value: string): boolean =>
  day.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** Whether a text is a moment with its offset: `2026-11-24T10:20:00-05:00` (RFC 3339). Without an offset it is a riddle, not a time. */
export const isMoment = (value: string): boolean =>
  moment.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
