import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'reviewed.by-on': 'Revisado por {name}, {date}',
  'reviewed.by': 'Revisado por {name}',
  'reviewed.on': 'Última revisión: {date}',
};
