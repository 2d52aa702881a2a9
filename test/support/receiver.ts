import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clinic, Coverage, Problem, Receipt } from '../../src/contract/index.js';
import { createReceiver, sqliteStore, type ReceiverOptions } from '../../src/receiver/index.js';

export const origin = 'https://clinic.example';
export const staffToken = 'a-token-for-tests';

/** One doctor and one device: two services that share a clinician, and one that has only its place. */
export const clinic = {
  timeZone: 'America/New_York',
  services: [
    { id: 'visit', name: 'Visit', minutes: 20, clinicians: ['c1'], visit: ['in-person'] },
    { id: 'long', name: 'Long visit', minutes: 60, clinicians: ['c1'] },
    { id: 'scan', name: 'Scan', minutes: 30 },
  ],
  locations: [
    {
      id: 'main',
      name: 'Main street',
      hours: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['09:00-12:00']]),
      ),
    },
  ],
  clinicians: [{ id: 'c1', name: 'Dr. One' }],
  payers: [{ id: 'p1', name: 'Example Health', network: 'in' }],
} satisfies Clinic;

export const newFolder = () => mkdtempSync(join(tmpdir(), 'clinic receiver #'));
export const newStore = () => sqliteStore(join(newFolder(), 'test.sqlite'));

export type Receive = (request: Request) => Promise<Response>;

/** A receiver on a fresh SQLite file, its log lines kept. */
export async function newReceiver(options: Partial<ReceiverOptions> = {}) {
  const lines: string[] = [];
  const store = options.store ?? (await newStore());
  const receive = createReceiver({
    clinic,
    origins: [origin],
    staffToken,
    log: (line) => void lines.push(line),
    ...options,
    store,
  });
  return { receive, store, lines };
}

const json = { 'Content-Type': 'application/json' };
export const at = (path: string, init?: RequestInit & { duplex?: 'half' }) =>
  new Request(`http://localhost:5173${path}`, init);

export const post = (receive: Receive, body: unknown, headers: Record<string, string> = json) =>
  receive(
    at('/api/submissions', {
      method: 'POST',
      headers,
      body:
        typeof body === 'string' || body instanceof Uint8Array
          ? (body as BodyInit)
          : JSON.stringify(body),
    }),
  );

export const problemOf = async (response: Response) =>
  (await response.json()) as Problem & { slots?: { id: string; start: string; end: string }[] };
export const receiptOf = async (response: Response) => (await response.json()) as Receipt;

export const staffList = async (receive: Receive, query = '') => {
  const headers = { Authorization: `Bearer ${staffToken}` };
  const response = await receive(at(`/api/submissions${query}`, { headers }));
  const { submissions } = (await response.json()) as {
    submissions: {
      id: string;
      status: string;
      reference: string;
      receivedAt: string;
      type: string;
      submission: { data: Record<string, unknown> };
    }[];
  };
  return { submissions, response };
};

export const freeSlots = async (receive: Receive, query = '?service=visit') => {
  const response = await receive(at(`/api/slots${query}`));
  const { slots } = (await response.json()) as {
    slots: { id: string; start: string; end: string; service?: string }[];
  };
  return slots;
};

const consent = (id: string) => ({ id, granted: true, text: 'I agree.', locale: 'en' });
const envelope = () => ({
  id: randomUUID(),
  version: 1 as const,
  sentAt: '2026-11-23T14:00:00.000Z',
  locale: 'en',
});

export const newsletter = (data: object = {}) => ({
  ...envelope(),
  type: 'newsletter-signup' as const,
  data: { email: 'ana@example.org', ...data },
  consents: [consent('marketing-email')],
});
export const appointment = (data: object = {}) => ({
  ...envelope(),
  type: 'appointment' as const,
  data: {
    forWhom: 'self' as const,
    givenName: 'Ana',
    familyName: 'Li',
    phone: '555 010 0123',
    ...data,
  },
  consents: [consent('privacy')],
});
export const request = (data: object = {}) =>
  appointment({ preferences: [{ day: '2026-12-01', time: 'any' }], ...data });
export const waitlist = (data: object = {}) => ({
  ...envelope(),
  type: 'waitlist' as const,
  data: { givenName: 'Ana', familyName: 'Li', phone: '555 010 0123', ...data },
  consents: [consent('privacy')],
});
export const insuranceCheck = (data: object = {}) => ({
  ...envelope(),
  type: 'insurance-check' as const,
  data: {
    payer: { id: 'p1', name: 'Example Health' },
    memberId: '00123',
    givenName: 'Ana',
    familyName: 'Li',
    birthDate: '1990-02-28',
    email: 'ana@example.org',
    ...data,
  },
  consents: [consent('privacy')],
});
export const coverage: Coverage = {
  outcome: 'active',
  network: 'in',
  payer: 'Example Health',
  benefits: [],
  asOf: '2026-11-23T14:00:00Z',
  source: 'test',
};
