/** What the pages of the scenarios are about: one clinic, its times, insurers and answers. No word of it is recorded. */

/** The time at which every scenario begins: a Monday morning in New York. */
export const begin = Date.parse('2027-03-01T15:00:00Z');

export const clinic = {
  name: { en: 'Test Clinic', es: 'Clínica de prueba' },
  phone: '+1 555 010 0199',
  timeZone: 'America/New_York',
  region: 'US',
  reply: { en: 'within one business day', es: 'en un día hábil' },
  services: [
    {
      id: 'evaluation',
      name: { en: 'Evaluation', es: 'Evaluación' },
      minutes: 60,
      visit: ['in-person', 'telehealth'],
      clinicians: ['c1', 'c2'],
    },
    {
      id: 'tms',
      name: { en: 'TMS', es: 'TMS' },
      minutes: 20,
      visit: ['in-person'],
      minimumAge: 18,
      clinicians: ['c1'],
    },
  ],
  locations: [
    { id: 'main', name: 'Main Street', address: '1 Main Street' },
    { id: 'east', name: 'East Side', address: '2 East Street' },
  ],
  clinicians: [
    { id: 'c1', name: 'Dr. One' },
    { id: 'c2', name: 'Dr. Two' },
  ],
  documents: {
    privacy: { href: '/privacy', version: '2027-01-01' },
    terms: { href: '/terms', version: '2027-01-02' },
  },
  consents: [
    { id: 'privacy', types: ['appointment', 'waitlist', 'insurance-check'], required: true },
    { id: 'marketing-email', types: ['newsletter-signup'], required: true },
    {
      id: 'sms',
      types: ['appointment', 'waitlist', 'insurance-check'],
      text: { en: 'You may text me.', es: 'Pueden enviarme mensajes.' },
      required: false,
    },
  ],
  questions: [
    {
      id: 'heard',
      type: 'choice',
      label: { en: 'How did you hear about us?', es: '¿Cómo supo de nosotros?' },
      options: [
        { id: 'friend', label: { en: 'A friend', es: 'Una amistad' } },
        { id: 'web', label: { en: 'Online', es: 'Por internet' } },
      ],
      services: ['evaluation'],
      required: false,
    },
    {
      id: 'ride',
      type: 'yes-no',
      label: { en: 'Do you have a ride?', es: '¿Tiene quién le lleve?' },
      services: ['tms'],
      required: true,
    },
  ],
  synonyms: { magnets: 'TMS' },
  topics: [
    { id: 'news', label: { en: 'News', es: 'Noticias' } },
    { id: 'events', label: { en: 'Events', es: 'Eventos' } },
  ],
  endpoints: {
    appointment: '/send',
    'insurance-check': '/send',
    'newsletter-signup': '/send',
    'faq-feedback': '/send',
    waitlist: '/send',
  },
};

/** Nine times on three days. */
export const slots = ['2027-03-02', '2027-03-04', '2027-03-09'].flatMap((day, at) =>
  ['09:00', '11:30', '15:00'].map((time, of) => ({
    id: `s${at}${of}`,
    start: `${day}T${time}:00-05:00`,
    end: `${day}T${time.slice(0, 3)}${time.endsWith('30') ? '50' : '20'}:00-05:00`,
    location: 'main',
    clinician: 'c1',
  })),
);

export const payers = [
  { id: 'north', name: 'North Health', aliases: ['NH'], states: ['NY'], network: 'in' },
  { id: 'south', name: 'South Mutual', states: ['FL'], network: 'out' },
  { id: 'west', name: 'West Plan', network: 'ask' },
  { id: 'medicare', name: 'Medicare', program: 'medicare', network: 'in' },
];

export const faq = {
  entries: [
    { id: 'cost', question: 'What does it cost?', answer: 'It depends on your plan.' },
    {
      id: 'tms',
      question: 'What is TMS?',
      answer: 'A treatment with magnets.\n\n- It is *safe*.\n- See [more](/more).',
      actions: [{ text: 'Book TMS', open: 'appointment-form', service: 'tms' }],
      keywords: ['coil'],
      reviewedBy: 'Dr. One',
      reviewed: '2027-01-15',
    },
    { id: 'parking', question: 'Where can I park?', answer: 'Behind the house.' },
  ],
};

export const coverage = {
  outcome: 'active',
  network: 'in',
  payer: 'North Health',
  plan: 'Gold',
  benefits: [
    {
      service: 'tms',
      copay: { amount: 30, currency: 'USD' },
      coinsurance: 0.2,
      deductible: { amount: 500, currency: 'USD' },
      deductibleLeft: { amount: 120, currency: 'USD' },
      priorAuthorization: true,
    },
  ],
  asOf: '2027-03-01T15:00:00Z',
  source: 'test',
};
