import type { SameKeys } from '../../i18n/index.js';

export const en = {
  'payer.options': 'Insurers',
  'payer.wait': 'Loading insurers…',
  'payer.nothing': 'No insurers match what you typed.',
  'payer.first': 'Keep typing to see more.',
  'payer.more': 'Showing {shown} of {total}. Keep typing to narrow the list.',
  'payer.found.one': '1 insurer found.',
  'payer.found.other': '{total} insurers found.',
  'payer.ask':
    'We don’t know yet if we’re in network with this insurer. Send us your details and we’ll find out.',
  'payer.missing': 'Mine isn’t listed',
  'payer.unknown': 'I’m not sure',
  'payer.missing.next': 'That’s OK. Type the name as shown on your card and we’ll look it up.',
  'payer.unknown.next':
    'That’s OK. Continue without it and we’ll help you find out. An insurance card or a letter from your employer helps, if you have one.',
};

export const es: SameKeys<typeof en> = {
  'payer.options': 'Compañías de seguros',
  'payer.wait': 'Cargando la lista…',
  'payer.nothing': 'Ningún seguro coincide con lo que escribió.',
  'payer.first': 'Siga escribiendo para ver más.',
  'payer.more': 'Se muestran {shown} de {total}. Siga escribiendo para acortar la lista.',
  'payer.found.one': 'Se encontró 1 seguro.',
  'payer.found.other': 'Se encontraron {total} seguros.',
  'payer.ask':
    'Todavía no sabemos si trabajamos con este seguro. Envíenos sus datos y lo averiguaremos.',
  'payer.missing': 'El mío no aparece',
  'payer.unknown': 'No estoy seguro',
  'payer.missing.next':
    'No hay problema. Escriba el nombre como aparece en su tarjeta y lo buscaremos.',
  'payer.unknown.next':
    'No hay problema. Continúe sin ese dato y le ayudaremos a averiguarlo. Ayuda tener la tarjeta del seguro o una carta de su empleador.',
};
