import { expect, test } from 'vitest';
import { at, newReceiver, newsletter, origin, post, staffToken } from '../support/receiver.js';

const own = 'http://localhost:5173';
const partner = 'https://partner.example:8443';
const allowed = [origin, partner, own];

const hostile = [
  'null',
  '',
  '*',
  'https://clinic.example.evil.example',
  'https://evil-clinic.example',
  'https://xclinic.example',
  'https://sub.clinic.example',
  'https://clinic.example:444',
  'https://clinic.example:443',
  'http://clinic.example',
  'https://CLINIC.example',
  'HTTPS://clinic.example',
  'https://clinic.example/',
  'https://clinic.example.',
  'https://clinic.example@evil.example',
  'https://clinic.example#',
  'https://clinic.example https://evil.example',
  'https://clinicXexample',
  'https://partner.example',
  'https://partner.example:84430',
  'http://localhost',
  'http://localhost:51730',
  'https://localhost:5173',
  'http://127.0.0.1:5173',
];

const cors = (response: Response) =>
  [...response.headers].filter(([name]) => name.startsWith('access-control'));

const ask = (path: string, from: string, method = 'POST', headers = 'content-type') =>
  at(path, {
    method: 'OPTIONS',
    headers: {
      Origin: from,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': headers,
    },
  });

test.each(allowed)('%s may send', async (from) => {
  const { receive } = await newReceiver({ origins: [origin, partner] });
  const headers = { 'Content-Type': 'application/json', Origin: from };
  const response = await post(receive, newsletter(), headers);
  expect(response.status).toBe(201);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(from);
  expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  expect(response.headers.get('Vary')).toContain('Origin');
});

test.each(allowed)('%s may ask first', async (from) => {
  const { receive } = await newReceiver({ origins: [origin, partner] });
  for (const path of ['/api/submissions', '/api/slots/x/hold']) {
    const response = await receive(ask(path, from));
    expect(response.status).toBe(204);
    expect(Object.fromEntries(cors(response))).toMatchObject({
      'access-control-allow-origin': from,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Content-Type',
      'access-control-max-age': '600',
    });
    expect(response.headers.get('Vary')).toContain('Origin');
  }
});

test.each(hostile)('%j may not', async (from) => {
  const { receive, store } = await newReceiver({ origins: [origin, partner] });
  const headers = { 'Content-Type': 'application/json', Origin: from };
  const responses = [
    await post(receive, newsletter(), headers),
    await receive(ask('/api/submissions', from)),
    await receive(at('/api/slots', { headers })),
    await receive(at('/api/payers', { headers })),
    await receive(at('/api/health', { headers })),
    await receive(at('/nowhere', { headers })),
  ];
  for (const response of responses) {
    expect(response.status).toBe(403);
    expect(cors(response)).toEqual([]);
    expect(response.headers.get('Vary')).toContain('Origin');
  }
  expect(await responses[0].json()).toMatchObject({ code: 'origin-not-allowed' });
  expect((await store.list({ limit: 1 })).submissions).toEqual([]);
});

test('refusals can be read by the page that caused them', async () => {
  const { receive } = await newReceiver();
  const headers = { 'Content-Type': 'application/json', Origin: origin };
  const response = await post(receive, '{', headers);
  expect(response.status).toBe(400);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
});

test('a request without an origin is answered, without a word about origins', async () => {
  const { receive } = await newReceiver();
  const response = await post(receive, newsletter());
  expect(response.status).toBe(201);
  expect(cors(response)).toEqual([]);
});

test('the staff list is read by no page of another origin', async () => {
  const { receive } = await newReceiver();
  const headers = { Origin: origin, Authorization: `Bearer ${staffToken}` };
  expect(cors(await receive(at('/api/submissions', { headers })))).toEqual([]);
  const asked = await receive(ask('/api/submissions', origin, 'GET', 'authorization'));
  expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type');
});

test('the list of origins is checked at the start', async () => {
  for (const wrong of [
    '*',
    'clinic.example',
    'https://clinic.example/',
    'https://clinic.example/path',
    'null',
  ]) {
    await expect(newReceiver({ origins: [wrong] })).rejects.toThrow('is not an origin');
  }
});
