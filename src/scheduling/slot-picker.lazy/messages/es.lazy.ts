import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  loading: 'Buscamos horas disponibles …',
  late: 'Tarda más de lo normal. Seguimos buscando.',
  broken:
    'Ahora no podemos mostrar las horas disponibles. Díganos abajo qué días le convienen, o llámenos.',
  retry: 'Buscar de nuevo',
  empty: 'Por ahora no hay horas disponibles.',
  'empty.ways': '¿Qué desea hacer?',
  waitlist: 'Avísenme cuando se libere una hora',
  request: 'Pedir los días que me convienen',
  call: 'Llamar al {phone}',
  others: '¿No le conviene ninguna de estas horas?',
  times: 'Ver las horas disponibles',

  earliest: 'La más próxima: {time}',
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
  'zone.clinic': 'Las horas son las de la clínica',
  'zone.yours': 'Las horas son las de su lugar',
  'zone.switch': 'Mostrar en',
  'zone.clinic.short': 'Hora de la clínica',
  'zone.yours.short': 'Su hora',

  chosen: 'La hora que eligió',
  'chosen.clinic': 'En la clínica',
  'chosen.yours': 'Donde está usted',
  holding: 'Un momento, le apartamos esta hora …',
  held: 'Apartada para usted durante {left}',
  extend: 'Apartarla más tiempo',
  free: 'Esta hora está libre ahora. Será suya cuando envíe el formulario.',
  expired: 'Ya no le apartamos esta hora. Puede que siga libre, y todo lo que escribió sigue aquí.',
  again: 'Apartarla otra vez',
  taken: 'Otra persona acaba de tomar esa hora. Todo lo que escribió sigue aquí.',
  nearest: 'Estas son las horas más cercanas:',

  'said.held': 'Elegida. Le apartamos esta hora durante {minutes} minutos.',
  'said.free': 'Elegida.',
  'said.extended': 'Le apartamos esta hora durante {minutes} minutos más.',
  'said.minute': 'Le apartamos esta hora durante un minuto más.',
  'said.expired': 'Ya no le apartamos esta hora. Todo lo que escribió sigue aquí.',
  'said.elsewhere': 'Elegida. Esta hora no se reserva aquí.',
};
export default es;
