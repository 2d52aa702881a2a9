/** Of a photo that answers a question: the keys are what `photo.ts` says of a file, and where the photo stands. */
export const en = {
  busy: 'Preparing the photo…',
  added: 'Photo added.',
  removed: 'Photo removed.',
  alt: 'Your photo',
  remove: 'Remove the photo',
  size: '{size} KB. Location and date removed.',
  empty: 'This file is empty. Please take the photo again, or choose another.',
  'not-photo': 'This isn’t a photo. Please choose a photo, such as a JPEG or PNG.',
  'not-as-named':
    'This file isn’t the type its name says it is. Please take the photo again, or choose another.',
  'too-large': 'This photo is too large. Please choose a smaller one.',
  heic: 'This browser can’t open this kind of photo (HEIC). Please choose a JPEG, or take the photo with your phone.',
  unreadable: 'We can’t open this photo. Please take it again, or choose another.',
  protected:
    'Your browser’s privacy settings keep us from preparing photos. Please use another browser, or call the clinic.',
};
