/** What nobody reads before somebody is in the form: errors and thanks. Other languages come whole. */
export const en = {
  'email.required': 'Enter your email address.',
  'email.format': 'Enter your email address, like name@example.org.',
  'givenName.link': 'Enter a first name without a web address.',
  'givenName.too-long': 'Enter a shorter first name, up to 40 characters.',
  'consent.marketing-email.required': 'Check the box if you want the newsletter.',
  'sent.subscribed.title': 'Thank you',
  'sent.subscribed.text': 'You’re on the list. The next issue will be in your inbox.',
  'sent.check-inbox.title': 'One more step: check your inbox',
  'sent.check-inbox.text':
    'We sent you an email. Open the link in it to confirm. If you don’t see it in a few minutes, check your spam folder.',
};
