import { formEn } from '../../../form/index.js';
import { more } from './fields.en.js';

export const en = {
  ...formEn,
  ...more,
  heading: 'Request an appointment',
  intro:
    'Tell us what you need and when you’re available. We’ll get back to you {reply} to set a time.',
  reply: 'as soon as we can',
  'intro.slots': 'Choose an available time, or tell us when you’d like to come in.',
  submit: 'Send my request',
  'emergency.title': 'If you need help right now',
  'emergency.US.988': 'Call the 988 Suicide & Crisis Lifeline, day or night',
  'emergency.US.988-text': 'Text 988',
  'emergency.US.988-chat': 'Chat at 988lifeline.org',
  'emergency.US.911': 'In an emergency, call 911',
  'emergency.elsewhere': 'In an emergency, call your local emergency number.',
  exit: 'Leave this page now',
  'step.who': 'Who is this visit for?',
  'step.visit': 'About your visit',
  'step.when': 'When works for you?',
  'step.about': 'About you',
  'forWhom.label': 'This visit is',
  'forWhom.self': 'For me',
  'forWhom.other': 'For someone else',
  'newPatient.label': 'Is this your first visit to our clinic?',
};
