import type { Submission } from './envelope.js';

/**
 * A named submission and the response that a receiver must give. The tests of this project and of
 * partners use the same list.
 */
export interface Example {
  name: string;
  submission: unknown;
  /** 201 if accepted for the first time, 422 if rejected */
  status: 201 | 422;
  /** The code of the rejection */
  code?: 'invalid' | 'consent-required';
  /** The rejected paths with their codes */
  issues?: { path: (string | number)[]; code: string }[];
}

const sealed = { version: 1, sentAt: '2026-11-23T14:00:00.000Z', locale: 'en' } as const;
const agreed = (id: string, text: string) => ({ id, granted: true, text, locale: 'en' });
const privacy = agreed('privacy', 'I have read the privacy policy.');

const newsletter = {
  ...sealed,
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b01',
  type: 'newsletter-signup',
  data: { email: 'ana@example.org', givenName: 'Ana', topics: ['news'] },
  consents: [agreed('marketing-email', 'Send me the newsletter.')],
} satisfies Submission;

const request = {
  ...sealed,
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b02',
  type: 'appointment',
  data: {
    forWhom: 'self',
    givenName: 'Siobhán',
    familyName: "O'Connor",
    phone: '(555) 010-0123',
    newPatient: true,
    visit: 'telehealth',
    preferences: [{ day: '2026-12-01', time: 'morning' }],
    contactBy: 'phone',
  },
  consents: [privacy],
} satisfies Submission;

const check = {
  ...sealed,
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b03',
  type: 'insurance-check',
  data: {
    payer: { id: 'p1', name: 'Example Health' },
    memberId: '00123-A',
    givenName: 'Nguyễn',
    familyName: 'An',
    birthDate: '1990-02-28',
    email: 'an@example.org',
  },
  consents: [privacy],
} satisfies Submission;

const feedback = {
  ...sealed,
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b04',
  type: 'faq-feedback',
  data: { entry: 'cost', helpful: false },
  consents: [],
} satisfies Submission;

const waiting = {
  ...sealed,
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b05',
  type: 'waitlist',
  data: { givenName: '李', familyName: '伟', email: 'li@example.org' },
  consents: [privacy],
} satisfies Submission;

const withData = (base: { data: object }, data: object) => ({
  ...base,
  data: { ...base.data, ...data },
});
const refused = (
  name: string,
  submission: unknown,
  path: (string | number)[],
  code: string,
): Example => ({
  name,
  submission,
  status: 422,
  code: 'invalid',
  issues: [{ path, code }],
});

/** Example submissions for tests of receivers: valid and invalid ones of every type. */
export const examples: Example[] = [
  { name: 'newsletter sign-up', submission: newsletter, status: 201 },
  { name: 'appointment request', submission: request, status: 201 },
  { name: 'insurance check', submission: check, status: 201 },
  { name: 'answer to "was this helpful"', submission: feedback, status: 201 },
  { name: 'waitlist', submission: waiting, status: 201 },
  {
    name: 'an unknown key beside data',
    submission: { ...newsletter, id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b06', color: 'green' },
    status: 201,
  },
  refused(
    'an unknown key in data',
    withData(newsletter, { diagnosis: 'x' }),
    ['data', 'diagnosis'],
    'unknown-key',
  ),
  refused(
    'an email without a domain',
    withData(newsletter, { email: 'ana@' }),
    ['data', 'email'],
    'format',
  ),
  refused('no email', withData(newsletter, { email: undefined }), ['data', 'email'], 'required'),
  refused(
    'an advertisement as a name',
    withData(newsletter, { givenName: 'win at www.example.org' }),
    ['data', 'givenName'],
    'link',
  ),
  refused(
    'neither phone nor email',
    withData(request, { phone: undefined }),
    ['data', 'phone'],
    'required',
  ),
  refused(
    'neither slot nor preferences',
    withData(request, { preferences: undefined }),
    ['data', 'preferences'],
    'required',
  ),
  refused(
    'a reason of 501 characters',
    withData(request, { reason: 'x'.repeat(501) }),
    ['data', 'reason'],
    'too-long',
  ),
  refused(
    'a NUL in a name',
    withData(request, { givenName: 'A\0B' }),
    ['data', 'givenName'],
    'unreadable',
  ),
  refused(
    'half a character in a name',
    withData(request, { givenName: 'A\uD800' }),
    ['data', 'givenName'],
    'unreadable',
  ),
  refused(
    'the 30th of February',
    withData(check, { birthDate: '1990-02-30' }),
    ['data', 'birthDate'],
    'format',
  ),
  refused(
    'no way to check',
    withData(check, { memberId: undefined }),
    ['data', 'memberId'],
    'required',
  ),
  {
    name: 'a newsletter sign-up without consent',
    submission: { ...newsletter, consents: [] },
    status: 422,
    code: 'consent-required',
  },
  {
    name: 'an appointment with consent refused',
    submission: { ...request, consents: [{ ...privacy, granted: false }] },
    status: 422,
    code: 'consent-required',
  },
];
