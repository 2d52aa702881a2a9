/** Words of the engine that nobody reads before somebody is in the form: they come with the conduct. Other languages come whole. */
export const en = {
  'summary.title': 'There is a problem',
  'error.prefix': 'Error:',
  'error.required': 'Please answer “{label}”.',
  'error.too-long': '“{label}” is too long. Please shorten it.',
  'error.unreadable': '“{label}” holds a character we cannot read. Please type it again.',
  'error.not-allowed': 'Please choose one of the answers for “{label}”.',
  'error.link': 'Please leave out web addresses in “{label}”.',
  'error.other': 'Please check “{label}”.',
  'error.form': 'Something in the form needs another look. Please check your answers.',
  'status.sending': 'Sending',
  'status.uploading':
    'Sending your files. This can take a minute or two; please keep this page open.',
  'status.retrying': 'Still sending. The connection is slow, please keep this page open.',
  'trouble.timeout': 'We got no answer in time, so we cannot say whether this has arrived.',
  'trouble.refused': 'Our system would not take this just now.',
  'trouble.server': 'Our system has a problem just now.',
  'trouble.blocked': 'This page would not let us send.',
  'trouble.unconfirmed': 'We could not confirm that this has arrived.',
  'idle.warned': 'Are you still there? To protect your privacy we clear this form in 2 minutes.',
  'idle.over':
    'Nothing was entered for 15 minutes, so we have cleared this form to protect your privacy.',
  'idle.stay': 'I am still here',

  reference: 'Your reference number',
  'consent.missing': 'Please tick the box to go on.',
};
