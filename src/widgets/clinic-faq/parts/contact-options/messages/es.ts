import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'ways.call': 'Llame al {phone}',
  'ways.book': 'Solicitar una cita',
};
