const day = 86_400_000;

/**
 * Federal holidays with a fixed date. On a weekend they are observed on the Friday before or the
 * Monday after.
 */
const dated = ['01-01', '06-19', '07-04', '11-11', '12-25'];

/** Other federal holidays as month, weekday (0 is Sunday) and week of the month; 5 is the last. */
const moving = ['1 1 3', '2 1 3', '5 1 5', '9 1 1', '10 1 2', '11 4 4'];

const text = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * Federal holidays by 5 U.S.C. 6103, as observed. Without Inauguration Day, which is a holiday in
 * Washington only.
 */
function isHoliday(time: number): boolean {
  const date = new Date(time);
  const [month, weekday, inMonth] = [date.getUTCMonth() + 1, date.getUTCDay(), date.getUTCDate()];
  const which = month === 5 && inMonth > 24 ? 5 : Math.ceil(inMonth / 7);
  const shifts = weekday === 1 ? [0, -1] : weekday === 5 ? [0, 1] : [0];
  return (
    moving.includes(`${month} ${weekday} ${which}`) ||
    shifts.some((shift) => dated.includes(text(time + shift * day).slice(5)))
  );
}

const isBusinessTime = (time: number) => new Date(time).getUTCDay() % 6 !== 0 && !isHoliday(time);

/** Whether a calendar date (`YYYY-MM-DD`) is a business day in the United States: Monday to Friday and no federal holiday. */
export const isBusinessDay = (date: string): boolean => isBusinessTime(Date.parse(date));

/** The date `count` business days after `date`, which itself does not count and may be any day. */
export function addBusinessDays(date: string, count: number): string {
  let time = Date.parse(date);
  while (count > 0) if (isBusinessTime((time += day))) count--;
  return text(time);
}

/**
 * The date by which a clinic owes a Good Faith Estimate to a patient without insurance: three
 * business days after it was requested. For a scheduled visit: one business day after scheduling if
 * the visit is at least three business days ahead, three if it is at least ten. Undefined for an
 * earlier visit, which requires no estimate by itself.
 *
 * 45 CFR 149.610(b)(1)(vi). A question about the cost counts as a request. All dates are
 * `YYYY-MM-DD` in the clinic's time zone.
 */
export function estimateDue(asked: { requested: string }): string;
export function estimateDue(asked: { scheduled: string; visit: string }): string | undefined;
export function estimateDue(
  asked: { requested: string } | { scheduled: string; visit: string },
): string | undefined {
  if ('requested' in asked) return addBusinessDays(asked.requested, 3);
  const { scheduled, visit } = asked;
  if (visit >= addBusinessDays(scheduled, 10)) return addBusinessDays(scheduled, 3);
  return visit >= addBusinessDays(scheduled, 3) ? addBusinessDays(scheduled, 1) : undefined;
}
