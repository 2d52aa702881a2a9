import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the answer footer. */
export const en = {
  'copy.link': 'Copy link',
  'copy.done': 'Link copied',
  'copy.by-hand': 'Copy this link',
  'helpful.ask': 'Was this helpful?',
  'helpful.yes': 'Yes',
  'helpful.no': 'No',
  'helpful.thanks': 'Thank you.',
  'helpful.sorry': 'Thanks for telling us. We can help you directly:',
  'helpful.sorry-alone': 'Thanks for telling us.',
  'helpful.failed': 'That didn’t go through. Please try again.',
};

export const es: SameKeys<typeof en> = {
  'copy.link': 'Copiar enlace',
  'copy.done': 'Enlace copiado',
  'copy.by-hand': 'Copie este enlace',
  'helpful.ask': '¿Le sirvió esta respuesta?',
  'helpful.yes': 'Sí',
  'helpful.no': 'No',
  'helpful.thanks': 'Gracias.',
  'helpful.sorry': 'Gracias por decírnoslo. Podemos ayudarle directamente:',
  'helpful.sorry-alone': 'Gracias por decírnoslo.',
  'helpful.failed': 'No se pudo enviar. Inténtelo de nuevo.',
};
