import type { SameKeys } from '../../i18n/index.js';

/** Messages about card photos. The last part of most keys is an error code of `photo.ts`. */
export const en = {
  'cards.camera': 'Take a photo',
  'cards.busy': 'Preparing the photo…',
  'cards.front.added': 'Front of the card added.',
  'cards.back.added': 'Back of the card added.',
  'cards.front.removed': 'Front of the card removed.',
  'cards.back.removed': 'Back of the card removed.',
  'cards.front.alt': 'Your photo of the front',
  'cards.back.alt': 'Your photo of the back',
  'cards.front.remove': 'Remove the front',
  'cards.back.remove': 'Remove the back',
  'cards.size': '{size} KB. Location and date removed.',
  'cards.empty': 'This file is empty. Please take the photo again, or choose another.',
  'cards.not-photo': 'This isn’t a photo. Please choose a photo, such as a JPEG or PNG.',
  'cards.not-as-named':
    'This file isn’t the type its name says it is. Please take the photo again, or choose another.',
  'cards.too-large': 'This photo is too large. Please choose a smaller one.',
  'cards.heic':
    'This browser can’t open this kind of photo (HEIC). Please choose a JPEG, or take the photo with your phone.',
  'cards.unreadable': 'We can’t open this photo. Please take it again, or choose another.',
  'cards.protected':
    'Your browser’s privacy settings keep us from preparing photos. Please enter the member ID instead.',
};

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

/** Messages about a photo that answers a question. */
export const photoEn = {
  'photo.busy': 'Preparing the photo…',
  'photo.added': 'Photo added.',
  'photo.removed': 'Photo removed.',
  'photo.alt': 'Your photo',
  'photo.remove': 'Remove the photo',
  'photo.size': '{size} KB. Location and date removed.',
  'photo.empty': 'This file is empty. Please take the photo again, or choose another.',
  'photo.not-photo': 'This isn’t a photo. Please choose a photo, such as a JPEG or PNG.',
  'photo.not-as-named':
    'This file isn’t the type its name says it is. Please take the photo again, or choose another.',
  'photo.too-large': 'This photo is too large. Please choose a smaller one.',
  'photo.heic':
    'This browser can’t open this kind of photo (HEIC). Please choose a JPEG, or take the photo with your phone.',
  'photo.unreadable': 'We can’t open this photo. Please take it again, or choose another.',
  'photo.protected':
    'Your browser’s privacy settings keep us from preparing photos. Please use another browser, or call the clinic.',
};

export const photoEs: SameKeys<typeof photoEn> = {
  'photo.busy': 'Preparando la foto…',
  'photo.added': 'Foto agregada.',
  'photo.removed': 'Foto quitada.',
  'photo.alt': 'Su foto',
  'photo.remove': 'Quitar la foto',
  'photo.size': '{size} KB. Se quitaron el lugar y la fecha.',
  'photo.empty': 'Este archivo está vacío. Tome o elija la foto otra vez.',
  'photo.not-photo': 'Esto no es una foto. Elija una foto, por ejemplo un archivo JPEG o PNG.',
  'photo.not-as-named':
    'Este archivo no es del tipo que indica su nombre. Tome la foto otra vez o elija otra.',
  'photo.too-large': 'Esta foto es demasiado grande. Elija una más pequeña.',
  'photo.heic':
    'Este navegador no puede abrir este tipo de foto (HEIC). Elija un JPEG o tome la foto con su teléfono.',
  'photo.unreadable': 'No podemos abrir esta foto. Tómela otra vez o elija otra.',
  'photo.protected':
    'La configuración de privacidad de su navegador no nos permite preparar fotos. Use otro navegador o llame a la clínica.',
};
