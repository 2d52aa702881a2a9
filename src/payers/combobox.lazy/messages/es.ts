import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'payer.options': 'Compañías de seguros',
  'payer.wait': 'Traemos nuestra lista …',
  'payer.nothing': 'No encontramos ningún seguro con esas palabras.',
  'payer.first': 'Escriba para ver más.',
  'payer.more': '{shown} de {total}. Escriba más para acortar la lista.',
  'payer.found.1': 'Se encontró 1 seguro.',
  'payer.found': 'Se encontraron {total} seguros.',
  'payer.ask':
    'Todavía no podemos decirle si trabajamos con este seguro. Pregúntenos y lo averiguamos por usted.',
  'payer.missing': 'No veo el mío',
  'payer.unknown': 'No lo sé',
  'payer.missing.next':
    'No hay problema. Escriba el nombre como aparece en su tarjeta y nosotros lo buscamos.',
  'payer.unknown.next':
    'No hay problema. Siga sin ese dato y lo averiguamos con usted. Ayuda tener la tarjeta o una carta de su empleador.',
};
