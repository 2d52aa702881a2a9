import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

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
