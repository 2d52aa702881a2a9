import { en as formEn } from '../../../form/messages/en.js';

export const en = {
  ...formEn,
  heading: 'News from the clinic',
  intro: 'A short email now and then. Unsubscribe at any time.',
  submit: 'Sign me up',
  'email.label': 'Email address',
  'givenName.label': 'First name',
  'topics.label': 'What would you like to read about?',
  'consent.marketing-email': 'Yes, send me the newsletter by email. I can unsubscribe at any time.',
};
