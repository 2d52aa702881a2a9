/** What nobody reads before somebody is in the form: errors and thanks. Other languages come whole. */
export const en = {
  'email.required': 'Enter your email address.',
  'email.format': 'Enter your email address, like name@example.org.',
  'givenName.link': 'Enter a first name, without web addresses.',
  'givenName.too-long': 'Enter a shorter first name, up to 40 letters.',
  'consent.marketing-email.required': 'Tick the box if you want the newsletter.',
  'sent.subscribed.title': 'Thank you',
  'sent.subscribed.text': 'You are on the list. The next letter comes to your inbox.',
  'sent.check-inbox.title': 'One more step: check your inbox',
  'sent.check-inbox.text':
    'We have sent you an email. Open the link in it, and you are on the list. If it is not there in a few minutes, look among unwanted mail.',
};
