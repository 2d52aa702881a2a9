import { formEn } from '../../../form/index.js';

export const en = {
  ...formEn,
  heading: 'News from the clinic',
  intro: 'A short letter now and then. You can leave the list in any letter.',
  submit: 'Sign me up',
  'email.label': 'Email address',
  'email.required': 'Enter your email address.',
  'email.format': 'Enter your email address, like name@example.org.',
  'givenName.label': 'First name',
  'givenName.link': 'Enter a first name, without web addresses.',
  'givenName.too-long': 'Enter a shorter first name, up to 40 letters.',
  'topics.label': 'What would you like to read about?',
  'consent.marketing-email':
    'Yes, send me the newsletter by email. I can leave the list at any time.',
  'consent.marketing-email.required': 'Tick the box if you want the newsletter.',
  'sent.subscribed.title': 'Thank you',
  'sent.subscribed.text': 'You are on the list. The next letter comes to your inbox.',
  'sent.check-inbox.title': 'One more step: check your inbox',
  'sent.check-inbox.text':
    'We have sent you an email. Open the link in it, and you are on the list. If it is not there in a few minutes, look among unwanted mail.',
};
