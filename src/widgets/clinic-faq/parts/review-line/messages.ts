import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the line with the reviewer of an answer and the date. */
export const en = {
  'reviewed.by-on': 'Reviewed by {name}, {date}',
  'reviewed.by': 'Reviewed by {name}',
  'reviewed.on': 'Last reviewed {date}',
};

export const es: SameKeys<typeof en> = {
  'reviewed.by-on': 'Revisado por {name}, {date}',
  'reviewed.by': 'Revisado por {name}',
  'reviewed.on': 'Última revisión: {date}',
};
