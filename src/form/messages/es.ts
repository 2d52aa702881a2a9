import type { SameKeys } from '../../i18n/index.js';
import type { en } from './en.js';
import type { en as steps } from '../steps/messages.js';

export const es: SameKeys<typeof en> = {
  optional: '(opcional)',
  choose: 'Elija una opción',
  yes: 'Sí',
  no: 'No',
  day: 'Día',
  month: 'Mes',
  year: 'Año',
  'new-tab': '(se abre en otra pestaña)',

  'status.checking': 'Revisando sus respuestas',
  sending: 'Enviando…',
  'try-again': 'Intentar de nuevo',

  'trouble.offline': 'Parece que no tiene conexión. Esto todavía no se ha enviado.',
  'trouble.kept': 'Sus respuestas siguen aquí. Espere un momento y oprima “Intentar de nuevo”.',
  'trouble.call': 'O llámenos al {phone}',
  'call-us': 'Llámenos al {phone}',

  'consent.documents': 'Consulte {documents}.',
  'document.terms': 'los Términos de uso',
  'document.privacy': 'la Política de privacidad',
  'document.notice': 'el Aviso de prácticas de privacidad',
};

/** Messages of a form in steps. */
export const stepsEs: SameKeys<typeof steps> = {
  'step.progress': 'Paso {step} de {steps}',
  'step.check': 'Revise sus respuestas',
  'check.lost': 'No podemos mostrar sus respuestas en este momento. Vuelva atrás para revisarlas.',
  back: 'Atrás',
  continue: 'Continuar',
  change: 'Cambiar',
};
