import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the search. */
export const en = {
  'search.one': '1 question',
  'search.other': '{count} questions',
  'search.none': 'No matches',
  'search.next': 'Try fewer words, or different ones.',
  'search.ask': 'Or ask us. We’re happy to help.',
};

export const es: SameKeys<typeof en> = {
  'search.one': '1 pregunta',
  'search.other': '{count} preguntas',
  'search.none': 'Sin resultados',
  'search.next': 'Pruebe con menos palabras o con otras.',
  'search.ask': 'O pregúntenos. Le ayudamos con gusto.',
};
