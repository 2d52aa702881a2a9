export const en = {
  'cards.camera': 'Take a photo',
  'cards.busy': 'Preparing the photo …',
  'cards.front.added': 'The front of the card is added.',
  'cards.back.added': 'The back of the card is added.',
  'cards.front.removed': 'The front of the card is removed.',
  'cards.back.removed': 'The back of the card is removed.',
  'cards.front.alt': 'Your photo of the front',
  'cards.back.alt': 'Your photo of the back',
  'cards.front.remove': 'Remove the front',
  'cards.back.remove': 'Remove the back',
  'cards.size': '{size} kB, without place or date',
  'cards.empty': 'This file is empty. Please take or choose the photo again.',
  'cards.not-photo': 'This is not a photo. Please choose a photo, like a JPEG or PNG file.',
  'cards.not-as-named':
    'This file is not what its name says. Please take the photo again, or choose another.',
  'cards.too-large': 'This photo is too large. Please choose a smaller one.',
  'cards.heic':
    'This browser cannot open this kind of photo (HEIC). Please choose a JPEG, or take the photo with your phone.',
  'cards.unreadable': 'We cannot open this photo. Please take it again, or choose another.',
  'cards.protected':
    'Your browser does not let us prepare photos. Please enter the member ID instead.',
};
