import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'payer.options': 'Compañías de seguros',
  'payer.wait': 'Cargando la lista…',
  'payer.nothing': 'Ningún seguro coincide con lo que escribió.',
  'payer.first': 'Siga escribiendo para ver más.',
  'payer.more': 'Se muestran {shown} de {total}. Siga escribiendo para acortar la lista.',
  'payer.found.1': 'Se encontró 1 seguro.',
  'payer.found': 'Se encontraron {total} seguros.',
  'payer.ask':
    'Todavía no sabemos si trabajamos con este seguro. Envíenos sus datos y lo averiguaremos.',
  'payer.missing': 'El mío no aparece',
  'payer.unknown': 'No estoy seguro',
  'payer.missing.next':
    'No hay problema. Escriba el nombre como aparece en su tarjeta y lo buscaremos.',
  'payer.unknown.next':
    'No hay problema. Continúe sin ese dato y le ayudaremos a averiguarlo. Ayuda tener la tarjeta del seguro o una carta de su empleador.',
};
