import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'sent.day': 'Día',
  'sent.time': 'Hora',
  'sent.time.in': 'Hora ({zone})',
  'sent.where': 'Lugar',
  'sent.prepare': 'Antes de su visita',
  'sent.calendar': 'Agregar a mi calendario',
  'sent.calendar.hint': 'Por privacidad, el evento muestra solo “{title}” y la hora.',
  'sent.print': 'Imprimir esta página',
  'calendar.title': 'Cita',
};
export default es;
