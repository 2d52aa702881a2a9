import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  loading: 'Buscando horas disponibles…',
  late: 'Está tardando más de lo normal. Seguimos buscando.',
  broken:
    'Ahora no podemos mostrar las horas disponibles. Díganos abajo qué días le convienen, o llámenos.',
  retry: 'Intentar de nuevo',
  empty: 'No hay horas disponibles en este momento.',
  'empty.ways': '¿Qué desea hacer?',
  waitlist: 'Avísenme cuando se libere una hora',
  request: 'Pedir otros días',
  call: 'Llamar al {phone}',
  others: '¿No le conviene ninguna de estas horas?',
  times: 'Ver las horas disponibles',

  earliest: 'Primera hora disponible: {time}',
  days: 'Días con horas disponibles',
  'count.one': '1 hora',
  'count.other': '{count} horas',
  'count.none': 'sin horas disponibles',
  'days.more': 'Más días',
  'month.before': 'Mes anterior',
  'month.after': 'Mes siguiente',
  morning: 'Mañana',
  afternoon: 'Tarde',
  evening: 'Última hora de la tarde',
  night: 'Noche',

  clinic: '{time} (hora de la clínica)',
  yours: '{time} (su hora)',
  'zone.clinic': 'Las horas están en la zona horaria de la clínica',
  'zone.yours': 'Las horas están en su zona horaria',
  'zone.switch': 'Mostrar en',
  'zone.clinic.short': 'Hora de la clínica',
  'zone.yours.short': 'Su hora',

  chosen: 'Su hora',
  'chosen.clinic': 'En la clínica',
  'chosen.yours': 'Su hora local',
  holding: 'Un momento. Le estamos guardando esta hora…',
  held: 'Se la guardamos: quedan {left}',
  extend: 'Guardarla más tiempo',
  free: 'Esta hora está disponible ahora. Será suya cuando envíe el formulario.',
  expired: 'Ya no le guardamos esta hora. Puede que siga disponible, y sus respuestas siguen aquí.',
  again: 'Guardarla otra vez',
  taken: 'Otra persona acaba de tomar esa hora. Sus respuestas siguen aquí.',
  nearest: 'Estas son las horas más cercanas:',

  'said.held': 'Elegida. Le guardaremos esta hora durante {minutes} minutos.',
  'said.free': 'Elegida.',
  'said.extended': 'Le guardaremos esta hora durante {minutes} minutos más.',
  'said.minute': 'Le guardaremos esta hora durante un minuto más.',
  'said.expired': 'Ya no le guardamos esta hora. Sus respuestas siguen aquí.',
  'said.elsewhere': 'Elegida. Esta hora se reserva en otro sitio o por teléfono.',
};
export default es;
