import type { SameKeys } from '../../i18n/index.js';
import type { dialog } from '../dialog.lazy/messages.js';
import type { en } from './en.js';
import type { en as errors } from '../validation.lazy/messages/en.js';
import type { steps } from '../steps/messages.js';

export const es: SameKeys<typeof en & typeof errors & typeof steps & typeof dialog> = {
  optional: '(opcional)',
  choose: 'Elija una opción',
  yes: 'Sí',
  no: 'No',
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  'new-tab': '(se abre en otra pestaña)',

  'summary.title': 'Hay algo que corregir',
  'error.prefix': 'Error:',
  'error.required': 'Responda a «{label}».',
  'error.too-long': '«{label}» es demasiado largo. Escriba menos, por favor.',
  'error.unreadable': '«{label}» tiene un carácter que no podemos leer. Escríbalo de nuevo.',
  'error.not-allowed': 'Elija una de las respuestas de «{label}».',
  'error.link': 'No escriba direcciones de internet en «{label}».',
  'error.other': 'Revise «{label}».',
  'error.form': 'Hay algo en el formulario que debe revisarse. Vea sus respuestas, por favor.',

  'status.checking': 'Revisando sus respuestas',
  'status.sending': 'Enviando',
  'status.uploading':
    'Enviando sus archivos. Puede tardar uno o dos minutos; no cierre esta página.',
  'status.retrying': 'Seguimos enviando. La conexión está lenta; no cierre esta página.',
  sending: 'Enviando …',
  'try-again': 'Intentar de nuevo',

  'trouble.offline': 'Parece que no tiene conexión, así que esto no se ha enviado.',
  'trouble.timeout': 'No recibimos respuesta a tiempo y no sabemos si esto llegó.',
  'trouble.refused': 'Nuestro sistema no pudo aceptarlo en este momento.',
  'trouble.server': 'Nuestro sistema tiene un problema en este momento.',
  'trouble.blocked': 'Esta página no nos permitió enviarlo.',
  'trouble.unconfirmed': 'No pudimos confirmar que esto haya llegado.',
  'trouble.kept': 'Todo lo que escribió sigue aquí. Pulse «Intentar de nuevo» en un momento.',
  'trouble.call': 'O llámenos: {phone}',
  'call-us': 'Llámenos: {phone}',

  'idle.warned':
    '¿Sigue ahí? Para proteger su privacidad, borraremos este formulario en 2 minutos.',
  'idle.over':
    'No se escribió nada en 15 minutos, así que borramos este formulario para proteger su privacidad.',
  'idle.stay': 'Sigo aquí',

  reference: 'Su número de referencia',
  'consent.missing': 'Marque la casilla para continuar.',
  'consent.documents': 'Lea {documents}.',
  'document.terms': 'los Términos de uso',
  'document.privacy': 'la Política de privacidad',
  'document.notice': 'el Aviso de prácticas de privacidad',

  'step.progress': 'Paso {step} de {steps}',
  'step.check': 'Revise sus respuestas',
  'check.lost': 'No podemos mostrar sus respuestas en este momento. Vuelva atrás para verlas.',
  back: 'Atrás',
  continue: 'Continuar',
  change: 'Cambiar',
  close: 'Cerrar',
};
