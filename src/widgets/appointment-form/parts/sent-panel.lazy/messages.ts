import type { SameKeys } from '../../../../i18n/index.js';

export const en = {
  'sent.day': 'Day',
  'sent.time': 'Time',
  'sent.time.in': 'Time ({zone})',
  'sent.where': 'Where',
  'sent.prepare': 'Before your visit',
  'sent.calendar': 'Add to my calendar',
  'sent.calendar.hint': 'To keep it private, the entry shows only “{title}” and the time.',
  'sent.print': 'Print this page',
  'calendar.title': 'Appointment',
};

export const es: SameKeys<typeof en> = {
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
