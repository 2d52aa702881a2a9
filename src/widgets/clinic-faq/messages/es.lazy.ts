/** The initial Spanish messages of the FAQ. Loaded when it is shown in Spanish. */
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'search.label': 'Buscar preguntas',
  'open-all': 'Abrir todas',
  'close-all': 'Cerrar todas',
};
export default es;
