import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

export const es: SameKeys<typeof en> = {
  'cards.camera': 'Tomar una foto',
  'cards.busy': 'Preparando la foto …',
  'cards.front.added': 'Se agregó el frente de la tarjeta.',
  'cards.back.added': 'Se agregó el reverso de la tarjeta.',
  'cards.front.removed': 'Se quitó el frente de la tarjeta.',
  'cards.back.removed': 'Se quitó el reverso de la tarjeta.',
  'cards.front.alt': 'Su foto del frente',
  'cards.back.alt': 'Su foto del reverso',
  'cards.front.remove': 'Quitar el frente',
  'cards.back.remove': 'Quitar el reverso',
  'cards.size': '{size} kB, sin lugar ni fecha',
  'cards.empty': 'Este archivo está vacío. Tome o elija la foto otra vez.',
  'cards.not-photo': 'Esto no es una foto. Elija una foto, por ejemplo un archivo JPEG o PNG.',
  'cards.not-as-named':
    'Este archivo no es lo que dice su nombre. Tome la foto otra vez o elija otra.',
  'cards.too-large': 'Esta foto es demasiado grande. Elija una más pequeña.',
  'cards.heic':
    'Este navegador no puede abrir este tipo de foto (HEIC). Elija un JPEG o tome la foto con su teléfono.',
  'cards.unreadable': 'No podemos abrir esta foto. Tómela otra vez o elija otra.',
  'cards.protected':
    'Su navegador no nos permite preparar fotos. Escriba en su lugar el número de miembro.',
};
