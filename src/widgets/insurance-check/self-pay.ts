import { estimateDue } from '../../contract/business-days.js';

/** The calendar date at the clinic now, `YYYY-MM-DD`: business days are counted on its own calendar. */
function today(timeZone: string | undefined): string {
  const parts = (zone: string | undefined) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(Date.now());
  let found;
  try {
    found = parts(timeZone);
  } catch {
    // A zone that no browser knows: the visitor's own is near enough.
    found = parts(undefined);
  }
  const of = (type: string) => found.find((part) => part.type === type)!.value;
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** Until when the clinic owes a Good Faith Estimate that is asked for now, written for the visitor. */
export const dueNow = (timeZone: string | undefined, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(estimateDue({ requested: today(timeZone) })),
  );

/** Where the Centers for Medicare & Medicaid Services tell how a bill above its estimate is disputed. */
export const disputeAddress = 'https://www.cms.gov/nosurprises';
