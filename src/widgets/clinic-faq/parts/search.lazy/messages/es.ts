import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'search.one': '1 pregunta',
  'search.many': '{count} preguntas',
  'search.none': 'Sin resultados',
  'search.next': 'Pruebe con menos palabras o con otras.',
  'search.ask': 'O pregúntenos. Le ayudamos con gusto.',
};
