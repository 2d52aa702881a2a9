import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './answer.en.js';

export const es: SameKeys<typeof en> = {
  busy: 'Preparando la foto…',
  added: 'Foto agregada.',
  removed: 'Foto quitada.',
  alt: 'Su foto',
  remove: 'Quitar la foto',
  size: '{size} KB. Se quitaron el lugar y la fecha.',
  empty: 'Este archivo está vacío. Tome o elija la foto otra vez.',
  'not-photo': 'Esto no es una foto. Elija una foto, por ejemplo un archivo JPEG o PNG.',
  'not-as-named':
    'Este archivo no es del tipo que indica su nombre. Tome la foto otra vez o elija otra.',
  'too-large': 'Esta foto es demasiado grande. Elija una más pequeña.',
  heic: 'Este navegador no puede abrir este tipo de foto (HEIC). Elija un JPEG o tome la foto con su teléfono.',
  unreadable: 'No podemos abrir esta foto. Tómela otra vez o elija otra.',
  protected:
    'La configuración de privacidad de su navegador no nos permite preparar fotos. Use otro navegador o llame a la clínica.',
};
