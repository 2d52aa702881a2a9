/**
 * Messages of every form. A widget's own messages begin with them; those in `validation.lazy` are
 * loaded later.
 */
export const en = {
  optional: '(optional)',
  choose: 'Choose one',
  yes: 'Yes',
  no: 'No',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  'new-tab': '(opens in a new tab)',

  'status.checking': 'Checking your answers',
  sending: 'Sending…',
  'try-again': 'Try again',

  'trouble.offline': 'You seem to be offline. This hasn’t been sent yet.',
  'trouble.kept': 'Your answers are still here. Wait a moment, then select “Try again.”',
  'trouble.call': 'Or call us at {phone}',
  'call-us': 'Call us at {phone}',

  'consent.documents': 'See our {documents}.',
  'document.terms': 'Terms of Use',
  'document.privacy': 'Privacy Policy',
  'document.notice': 'Notice of Privacy Practices',
};
