import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'cards.camera': 'Tomar una foto',
  'cards.busy': 'Preparando la foto…',
  'cards.front.added': 'Frente de la tarjeta agregado.',
  'cards.back.added': 'Reverso de la tarjeta agregado.',
  'cards.front.removed': 'Frente de la tarjeta quitado.',
  'cards.back.removed': 'Reverso de la tarjeta quitado.',
  'cards.front.alt': 'Su foto del frente',
  'cards.back.alt': 'Su foto del reverso',
  'cards.front.remove': 'Quitar el frente',
  'cards.back.remove': 'Quitar el reverso',
  'cards.size': '{size} KB. Se quitaron el lugar y la fecha.',
  'cards.empty': 'Este archivo está vacío. Tome o elija la foto otra vez.',
  'cards.not-photo': 'Esto no es una foto. Elija una foto, por ejemplo un archivo JPEG o PNG.',
  'cards.not-as-named':
    'Este archivo no es del tipo que indica su nombre. Tome la foto otra vez o elija otra.',
  'cards.too-large': 'Esta foto es demasiado grande. Elija una más pequeña.',
  'cards.heic':
    'Este navegador no puede abrir este tipo de foto (HEIC). Elija un JPEG o tome la foto con su teléfono.',
  'cards.unreadable': 'No podemos abrir esta foto. Tómela otra vez o elija otra.',
  'cards.protected':
    'La configuración de privacidad de su navegador no nos permite preparar fotos. Escriba en su lugar el número de miembro.',
};
