/**
 * The Good Faith Estimate for visitors who pay without insurance, with dates. Loaded when a visitor
 * first uses the insurance check.
 */
import { estimateDue } from '../../../time/business-days.js';
import { today } from '../../../time/day.js';
import { Messages, type MessagesHost, type SameKeys } from '../../../i18n/index.js';

export const en = {
  'estimate.asked': 'Sending this form counts as asking. You’ll have it by {date}.',
  'estimate.scheduled':
    'If you book a visit at least 3 business days ahead, you’ll get it within 1 business day. If you book at least 10 business days ahead, you’ll get it within 3 business days.',
  'estimate.dispute':
    'Keep the estimate. If your bill is $400 or more above it, you can dispute the bill.',
  'estimate.dispute.link': 'How to dispute a bill, at cms.gov',
  'sent.text.estimate': 'You’ll have your written Good Faith Estimate by {date}.',
};

export const es: SameKeys<typeof en> = {
  'estimate.asked': 'Enviar este formulario cuenta como pedirlo. Lo tendrá a más tardar el {date}.',
  'estimate.scheduled':
    'Si pide una cita con al menos 3 días hábiles de anticipación, lo recibirá en 1 día hábil. Si la pide con al menos 10 días hábiles, lo recibirá en 3 días hábiles.',
  'estimate.dispute':
    'Guarde el estimado. Si su factura lo supera en $400 o más, puede disputarla.',
  'estimate.dispute.link': 'Cómo disputar una factura, en cms.gov (en inglés)',
  'sent.text.estimate': 'Tendrá su estimado de buena fe por escrito a más tardar el {date}.',
};

/** Its messages in the widget's language. */
export const estimateWords = (host: MessagesHost) => new Messages(host, { en, es });

/**
 * The formatted date by which the clinic owes a Good Faith Estimate requested now, in the clinic's
 * time zone.
 */
export const dueNow = (timeZone: string | undefined, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(estimateDue({ requested: today(timeZone) })),
  );

/**
 * The page of the Centers for Medicare & Medicaid Services on disputing a bill above its estimate.
 */
export const disputeAddress = 'https://www.cms.gov/nosurprises';
