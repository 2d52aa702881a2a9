/** Words of the engine that nobody reads before somebody is in the form: they come with the conduct. Other languages come whole. */
export const en = {
  'summary.title': 'There is a problem',
  'error.prefix': 'Error:',
  'error.required': 'Please answer “{label}”.',
  'error.too-long': '“{label}” is too long. Please shorten it.',
  'error.unreadable': '“{label}” has a character we can’t read. Please type it again.',
  'error.not-allowed': 'Please choose one of the answers for “{label}”.',
  'error.link': 'Please leave out web addresses in “{label}”.',
  'error.other': 'Please check “{label}”.',
  'error.form': 'Something isn’t right yet. Please check your answers.',
  'status.sending': 'Sending',
  'status.uploading':
    'Sending your files. This can take a minute or two. Please keep this page open.',
  'status.retrying': 'Still sending. Your connection is slow. Please keep this page open.',
  'trouble.timeout': 'We didn’t get an answer in time, so we don’t know if this went through.',
  'trouble.refused': 'Our system couldn’t accept this right now.',
  'trouble.server': 'Something went wrong on our end.',
  'trouble.blocked': 'This website blocked the form from being sent.',
  'trouble.unconfirmed': 'We couldn’t confirm that this went through.',
  'idle.warned':
    'Are you still there? To protect your privacy, we’ll clear this form in 2 minutes.',
  'idle.over':
    'You didn’t enter anything for 15 minutes, so we cleared this form to protect your privacy.',
  'idle.stay': 'I’m still here',

  reference: 'Your reference number',
  'consent.missing': 'Check the box to continue.',
};
