import type { SameKeys } from '../../i18n/index.js';

/** Messages of the form that are not needed before a visitor uses it. */
export const en = {
  'summary.title': 'There is a problem',
  'error.prefix': 'Error:',
  'error.required': 'Please answer “{label}”.',
  'error.too-long': '“{label}” is too long. Please shorten it.',
  'error.unreadable': '“{label}” has a character we can’t read. Please type it again.',
  'error.not-allowed': 'Please choose one of the answers for “{label}”.',
  'error.link': 'Please leave out web addresses in “{label}”.',
  'error.other': 'Please check “{label}”.',
  'error.form': 'Something isn’t right yet. Please check your answers.',
  'status.sending': 'Sending',
  'status.uploading':
    'Sending your files. This can take a minute or two. Please keep this page open.',
  'status.retrying': 'Still sending. Your connection is slow. Please keep this page open.',
  'trouble.timeout': 'We didn’t get an answer in time, so we don’t know if this went through.',
  'trouble.refused': 'Our system couldn’t accept this right now.',
  'trouble.server': 'Something went wrong on our end.',
  'trouble.blocked': 'This website blocked the form from being sent.',
  'trouble.unconfirmed': 'We couldn’t confirm that this went through.',
  'idle.warned':
    'Are you still there? To protect your privacy, we’ll clear this form in 2 minutes.',
  'idle.over':
    'You didn’t enter anything for 15 minutes, so we cleared this form to protect your privacy.',
  'idle.stay': 'I’m still here',

  reference: 'Your reference number',
  'consent.missing': 'Check the box to continue.',
};

export const es: SameKeys<typeof en> = {
  'summary.title': 'Hay algo que corregir',
  'error.prefix': 'Error:',
  'error.required': 'Responda a “{label}”.',
  'error.too-long': '“{label}” es demasiado largo. Escriba menos, por favor.',
  'error.unreadable': '“{label}” tiene un carácter que no podemos leer. Escríbalo de nuevo.',
  'error.not-allowed': 'Elija una de las respuestas de “{label}”.',
  'error.link': 'No escriba direcciones de internet en “{label}”.',
  'error.other': 'Revise “{label}”.',
  'error.form': 'Algo no está bien todavía. Revise sus respuestas, por favor.',
  'status.sending': 'Enviando',
  'status.uploading':
    'Enviando sus archivos. Puede tardar uno o dos minutos. No cierre esta página.',
  'status.retrying': 'Seguimos enviando. Su conexión está lenta. No cierre esta página.',
  'trouble.timeout': 'No recibimos respuesta a tiempo y no sabemos si esto llegó.',
  'trouble.refused': 'Nuestro sistema no pudo aceptarlo en este momento.',
  'trouble.server': 'Algo falló en nuestro sistema.',
  'trouble.blocked': 'Este sitio web no permitió enviar el formulario.',
  'trouble.unconfirmed': 'No pudimos confirmar que esto haya llegado.',
  'idle.warned':
    '¿Sigue ahí? Para proteger su privacidad, borraremos este formulario en 2 minutos.',
  'idle.over':
    'No escribió nada en 15 minutos, así que borramos este formulario para proteger su privacidad.',
  'idle.stay': 'Sigo aquí',
  reference: 'Su número de referencia',
  'consent.missing': 'Marque la casilla para continuar.',
};
