/** What somebody is told who pays without insurance, with its dates. Fetched beside `details`. */
import { estimateDue } from '../../../time/business-days.js';
import { today } from '../../../time/day.js';
import { Messages, type MessagesHost, type SameKeys } from '../../../i18n/index.js';

export const en = {
  'estimate.asked':
    'Send this form and you have asked for it. You then have it by {date} at the latest.',
  'estimate.scheduled':
    'If you book a visit 3 or more business days ahead, you have it within 1 business day. If you book 10 or more business days ahead, within 3 business days.',
  'estimate.dispute':
    'Keep the estimate. If your bill is $400 or more above it, you can dispute the bill.',
  'estimate.dispute.link': 'How to dispute a bill, at cms.gov',
  'sent.text.estimate': 'You have your written Good Faith Estimate by {date} at the latest.',
};

export const es: SameKeys<typeof en> = {
  'estimate.asked': 'Al enviar este formulario ya lo pidió. Lo tendrá a más tardar el {date}.',
  'estimate.scheduled':
    'Si pide una cita con 3 o más días hábiles de anticipación, lo tendrá en 1 día hábil. Si la pide con 10 o más días hábiles, en 3 días hábiles.',
  'estimate.dispute':
    'Guarde el presupuesto. Si su factura lo supera en $400 o más, puede disputarla.',
  'estimate.dispute.link': 'Cómo disputar una factura, en cms.gov (en inglés)',
  'sent.text.estimate': 'Tendrá su presupuesto de buena fe por escrito a más tardar el {date}.',
};

/** Its words, in the widget's language. */
export const estimateWords = (host: MessagesHost) => new Messages(host, { en, es });

/** Until when the clinic owes a Good Faith Estimate that is asked for now, counted on its own calendar and written for the visitor. */
export const dueNow = (timeZone: string | undefined, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(estimateDue({ requested: today(timeZone) })),
  );

/** Where the Centers for Medicare & Medicaid Services tell how a bill above its estimate is disputed. */
export const disputeAddress = 'https://www.cms.gov/nosurprises';
