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
  'error.required': 'Responda a “{label}”.',
  'error.too-long': '“{label}” es demasiado largo. Escriba menos, por favor.',
  'error.unreadable': '“{label}” tiene un carácter que no podemos leer. Escríbalo de nuevo.',
  'error.not-allowed': 'Elija una de las respuestas de “{label}”.',
  'error.link': 'No escriba direcciones de internet en “{label}”.',
  'error.other': 'Revise “{label}”.',
  'error.form': 'Algo no está bien todavía. Revise sus respuestas, por favor.',

  'status.checking': 'Revisando sus respuestas',
  'status.sending': 'Enviando',
  'status.uploading':
    'Enviando sus archivos. Puede tardar uno o dos minutos. No cierre esta página.',
  'status.retrying': 'Seguimos enviando. Su conexión está lenta. No cierre esta página.',
  sending: 'Enviando…',
  'try-again': 'Intentar de nuevo',

  'trouble.offline': 'Parece que no tiene conexión. Esto todavía no se ha enviado.',
  'trouble.timeout': 'No recibimos respuesta a tiempo y no sabemos si esto llegó.',
  'trouble.refused': 'Nuestro sistema no pudo aceptarlo en este momento.',
  'trouble.server': 'Algo falló en nuestro sistema.',
  'trouble.blocked': 'Este sitio web no permitió enviar el formulario.',
  'trouble.unconfirmed': 'No pudimos confirmar que esto haya llegado.',
  'trouble.kept': 'Sus respuestas siguen aquí. Espere un momento y oprima “Intentar de nuevo”.',
  'trouble.call': 'O llámenos al {phone}',
  'call-us': 'Llámenos al {phone}',

  'idle.warned':
    '¿Sigue ahí? Para proteger su privacidad, borraremos este formulario en 2 minutos.',
  'idle.over':
    'No escribió nada en 15 minutos, así que borramos este formulario para proteger su privacidad.',
  'idle.stay': 'Sigo aquí',

  reference: 'Su número de referencia',
  'consent.missing': 'Marque la casilla para continuar.',
  'consent.documents': 'Consulte {documents}.',
  'document.terms': 'los Términos de uso',
  'document.privacy': 'la Política de privacidad',
  'document.notice': 'el Aviso de prácticas de privacidad',

  'step.progress': 'Paso {step} de {steps}',
  'step.check': 'Revise sus respuestas',
  'check.lost': 'No podemos mostrar sus respuestas en este momento. Vuelva atrás para revisarlas.',
  back: 'Atrás',
  continue: 'Continuar',
  change: 'Cambiar',
  close: 'Cerrar',
};
