/** Words of the engine and its fields, in every form. A widget's own dictionary begins with them; `later` holds the rest. */
export const en = {
  optional: '(optional)',
  choose: 'Please choose',
  yes: 'Yes',
  no: 'No',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  'new-tab': '(opens in a new tab)',

  'status.checking': 'Checking your answers',
  sending: 'Sending …',
  'try-again': 'Try again',

  'trouble.offline': 'You seem to be offline, so this has not been sent.',
  'trouble.kept': 'Everything you entered is still here. Press “Try again” in a moment.',
  'trouble.call': 'Or call us: {phone}',
  'call-us': 'Call us: {phone}',

  'consent.documents': 'Please read our {documents}.',
  'document.terms': 'Terms of Use',
  'document.privacy': 'Privacy Policy',
  'document.notice': 'Notice of Privacy Practices',
};
