import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the contact options. */
export const en = {
  'ways.call': 'Call {phone}',
  'ways.book': 'Request an appointment',
};

export const es: SameKeys<typeof en> = {
  'ways.call': 'Llame al {phone}',
  'ways.book': 'Solicitar una cita',
};
