import { formEn } from '../../../form/index.js';
import { more } from './fields.en.js';

export const en = {
  ...formEn,
  ...more,
  heading: 'Request an appointment',
  intro:
    'Tell us what you need and when you are free. We answer {reply} and agree on a time with you.',
  reply: 'as soon as we can',
  'intro.slots': 'Choose a time that is free, or tell us when you would like to come.',
  submit: 'Send my request',
  'emergency.title': 'If you need help right now',
  'emergency.US.988': 'Call 988, the Suicide and Crisis Lifeline, day or night',
  'emergency.US.988-text': 'Or text 988',
  'emergency.US.988-chat': 'Or chat at 988lifeline.org',
  'emergency.US.911': 'In an emergency, call 911',
  'emergency.elsewhere': 'In an emergency, call your local emergency number.',
  exit: 'Leave this page now',
  'step.who': 'Who is this visit for?',
  'step.visit': 'What and where',
  'step.when': 'When would suit you?',
  'step.about': 'About you',
  'forWhom.label': 'This visit is',
  'forWhom.self': 'For me',
  'forWhom.other': 'For someone else',
  'newPatient.label': 'Is this the first visit to our clinic?',
};
