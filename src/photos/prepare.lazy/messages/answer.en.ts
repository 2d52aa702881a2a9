/** Of a photo that answers a question: the keys are what `photo.ts` says of a file, and where the photo stands. */
export const en = {
  busy: 'Preparing the photo …',
  added: 'The photo is added.',
  removed: 'The photo is removed.',
  alt: 'Your photo',
  remove: 'Remove the photo',
  size: '{size} kB, without place or date',
  empty: 'This file is empty. Please take or choose the photo again.',
  'not-photo': 'This is not a photo. Please choose a photo, like a JPEG or PNG file.',
  'not-as-named':
    'This file is not what its name says. Please take the photo again, or choose another.',
  'too-large': 'This photo is too large. Please choose a smaller one.',
  heic: 'This browser cannot open this kind of photo (HEIC). Please choose a JPEG, or take the photo with your phone.',
  unreadable: 'We cannot open this photo. Please take it again, or choose another.',
  protected:
    'Your browser does not let us prepare photos. Please use another browser, or call the clinic.',
};
