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
