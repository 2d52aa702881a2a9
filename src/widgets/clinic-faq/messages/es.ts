import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'src.failed': 'No se pudieron cargar las respuestas en este momento.',
};
export default es;
