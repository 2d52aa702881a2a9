import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Receipt, Submission } from '../../src/contract/index.js';
import { StoreError } from '../../src/receiver/index.js';
import {
  appointment,
  at,
  clinic,
  coverage,
  freeSlots,
  insuranceCheck,
  newReceiver,
  newsletter,
  newStore,
  post,
  problemOf,
  receiptOf,
  request,
  staffList,
  staffToken,
  waitlist,
} from '../support/receiver.js';

const json = { 'Content-Type': 'application/json' };

describe('accepts', () => {
  test('each type, with the status that is true for it', async () => {
    const { receive } = await newReceiver();
    const statusOf = async (submission: object) => {
      const response = await post(receive, submission);
      expect(response.status).toBe(201);
      expect(response.headers.get('Content-Type')).toBe('application/json');
      return (await receiptOf(response)).status;
    };
    expect(await statusOf(newsletter())).toBe('subscribed');
    expect(await statusOf(request())).toBe('received');
    expect(await statusOf(insuranceCheck())).toBe('pending');
    const [slot] = await freeSlots(receive);
    expect(
      await statusOf(appointment({ slot: { id: slot.id, start: slot.start, end: slot.end } })),
    ).toBe('confirmed');
  });

  test('a place on the waitlist, with what was agreed to', async () => {
    const { receive } = await newReceiver();
    const data = {
      service: 'visit',
      location: 'main',
      clinician: 'c1',
      visit: 'in-person',
      contactBy: 'text',
      preferences: [{ day: '2026-12-01', time: 'morning' }],
    };
    const sent = waitlist(data);
    const agreed = [...sent.consents, { ...sent.consents[0], id: 'sms', granted: false }];
    const receipt = await receiptOf(await post(receive, { ...sent, consents: agreed }));
    expect(receipt.status).toBe('received');
    const again = await post(receive, { ...sent, consents: agreed });
    expect([again.status, await receiptOf(again)]).toEqual([200, receipt]);
    const { submissions } = await staffList(receive);
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({
      type: 'waitlist',
      status: 'received',
      submission: { data: sent.data, consents: agreed },
    });
    const refused = await post(receive, { ...waitlist(data), consents: [] });
    expect(refused.status).toBe(422);
    expect((await problemOf(refused)).code).toBe('consent-required');
  });

  test('a known and a new email alike', async () => {
    const { receive } = await newReceiver();
    const shape = async () => {
      const response = await post(receive, newsletter());
      const { reference, ...rest } = await receiptOf(response);
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      return [response.status, rest];
    };
    expect(await shape()).toEqual(await shape());
  });

  test('stores what the contract knows and drops what it does not', async () => {
    const { receive } = await newReceiver();
    const sent = JSON.stringify({ ...newsletter(), color: 'green\0', proto: { admin: true } });
    expect((await post(receive, sent.replace('"proto"', '"__proto__"'))).status).toBe(201);
    const { submissions } = await staffList(receive);
    expect(submissions[0].submission).not.toHaveProperty('color');
    expect({}).not.toHaveProperty('admin');
  });
});

describe('answers the same id', () => {
  test('with the first receipt, whatever the order of keys and whatever the envelope says', async () => {
    const { receive } = await newReceiver();
    const sent = request({ callTime: 'after noon' });
    const first = await post(receive, sent);
    const receipt = await receiptOf(first);
    expect(first.status).toBe(201);
    const backwards = Object.fromEntries(Object.entries(sent.data).reverse());
    for (const again of [
      sent,
      { ...sent, data: backwards },
      { ...sent, sentAt: '2026-11-24T00:00:00Z', locale: 'es' },
    ]) {
      const response = await post(receive, again);
      expect(response.status).toBe(200);
      expect(await receiptOf(response)).toEqual(receipt);
    }
    expect((await staffList(receive)).submissions).toHaveLength(1);
  });

  test('with id-reused when the content is another, and keeps the first', async () => {
    const { receive } = await newReceiver();
    const sent = newsletter();
    await post(receive, sent);
    const others = [
      newsletter({ givenName: 'Eve' }),
      { ...sent, consents: [{ ...sent.consents[0], text: 'Other words.' }] },
      request(),
    ];
    for (const other of others) {
      const response = await post(receive, { ...other, id: sent.id });
      expect(response.status).toBe(422);
      expect((await problemOf(response)).code).toBe('id-reused');
    }
    const { submissions } = await staffList(receive);
    expect(submissions).toHaveLength(1);
    expect(submissions[0].submission.data).toEqual(sent.data);
  });

  test('once, when fifty arrive together', async () => {
    const { receive } = await newReceiver();
    const sent = newsletter();
    const responses = await Promise.all(Array.from({ length: 50 }, () => post(receive, sent)));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(49);
    const references = await Promise.all(
      responses.map(async (one) => (await receiptOf(one)).reference),
    );
    expect(new Set(references).size).toBe(1);
    expect((await staffList(receive)).submissions).toHaveLength(1);
    // Control: with an id of its own each is stored.
    await Promise.all(Array.from({ length: 5 }, () => post(receive, newsletter())));
    expect((await staffList(receive)).submissions).toHaveLength(6);
  });

  test('lists the one it replaces as replaced', async () => {
    const { receive } = await newReceiver();
    const old = request();
    await post(receive, old);
    await post(receive, { ...request({ reason: 'changed' }), replaces: old.id });
    const { submissions } = await staffList(receive);
    expect(submissions.map(({ status }) => status)).toEqual(['received', 'replaced']);
    const own = randomUUID();
    const response = await post(receive, { ...request(), id: own, replaces: own });
    expect((await problemOf(response)).issues).toEqual([
      { path: ['replaces'], code: 'not-allowed' },
    ]);
  });
});

describe('refuses', () => {
  /** What came back, after making sure that nothing was stored and nothing of the value is in it. */
  const refused = async (body: unknown, headers: Record<string, string> = json) => {
    const { receive, lines } = await newReceiver();
    const response = await post(receive, body, headers);
    const text = await response.clone().text();
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(text + lines.join()).not.toContain('CNRY');
    expect((await staffList(receive)).submissions).toHaveLength(0);
    const { code, issues, status } = await problemOf(response);
    expect(status).toBe(response.status);
    return { status, code, ...(issues ? { issues } : {}) };
  };

  test.each([
    ['no body', ''],
    ['half a body', '{"id":'],
    ['text', 'CNRY'],
    ['UTF-8 cut in the middle of a character', new Uint8Array([0x22, 0xe2, 0x82, 0x22])],
    ['Latin-1', new Uint8Array([...new TextEncoder().encode('{"a":"'), 0xe9, 0x22, 0x7d])],
    ['a lone surrogate as bytes', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('%s: not-json', async (_name, body) => {
    expect(await refused(body)).toEqual({ status: 400, code: 'not-json' });
  });

  test.each([
    ['', {}],
    ['text', { 'Content-Type': 'text/plain' }],
    ['JSON of another encoding', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
    ['something compressed', { ...json, 'Content-Encoding': 'gzip' }],
    ['a made-up type', { 'Content-Type': 'application/jsonx' }],
  ])('%s: 415', async (_name, headers) => {
    const body = new TextEncoder().encode(JSON.stringify(newsletter()));
    expect(await refused(body, headers)).toEqual({ status: 415, code: 'unsupported-type' });
  });

  test('takes UTF-8 by its name', async () => {
    const { receive } = await newReceiver();
    const headers = { 'Content-Type': 'Application/JSON; charset="UTF-8"' };
    expect((await post(receive, newsletter(), headers)).status).toBe(201);
  });

  test.each([[null], [[]], ['CNRY'], [7], [{ type: 'CNRY' }], [{}]])(
    '%j: invalid',
    async (body) => {
      expect(await refused(JSON.stringify(body))).toMatchObject({ status: 422, code: 'invalid' });
    },
  );

  test.each([
    ['NUL', 'CNRY\\u0000', 'unreadable'],
    ['half a character', 'CNRY\\ud83d', 'unreadable'],
    ['the other half', '\\ude00CNRY', 'unreadable'],
  ])('%s in an escape: unreadable', async (_name, escaped, code) => {
    const body = JSON.stringify(newsletter({ givenName: '@' })).replace('"@"', `"${escaped}"`);
    expect(await refused(body)).toEqual({
      status: 422,
      code: 'invalid',
      issues: [{ path: ['data', 'givenName'], code }],
    });
  });

  test('keeps a whole character made of two escapes', async () => {
    const { receive } = await newReceiver();
    const body = JSON.stringify(newsletter({ givenName: '@' })).replace('"@"', '"\\ud83d\\ude00"');
    expect((await post(receive, body)).status).toBe(201);
    const { submissions } = await staffList(receive);
    expect(submissions[0].submission.data['givenName']).toBe('😀');
  });

  test('names at most fifty issues', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, 1]));
    const { issues } = await refused(newsletter(many));
    expect(issues).toHaveLength(50);
  });

  test('a missing or refused required consent, the clinic’s own too', async () => {
    const consents = [{ id: 'recording', types: ['appointment'], text: 'Words', required: true }];
    const { receive } = await newReceiver({ clinic: { ...clinic, consents } });
    const issuesOf = async (submission: object) => {
      const response = await post(receive, submission);
      expect(response.status).toBe(422);
      const { code, issues } = await problemOf(response);
      expect(code).toBe('consent-required');
      return issues;
    };
    const agreed = request();
    expect(await issuesOf({ ...agreed, consents: [] })).toEqual([
      { path: ['consents', 'privacy'], code: 'required' },
      { path: ['consents', 'recording'], code: 'required' },
    ]);
    const recording = { id: 'recording', granted: true, text: 'Words', locale: 'en' };
    const no = { ...recording, granted: false };
    expect(await issuesOf({ ...agreed, consents: [...agreed.consents, no] })).toHaveLength(1);
    expect(
      await issuesOf({ ...agreed, consents: [...agreed.consents, recording, no] }),
    ).toHaveLength(1);
    const all = { ...agreed, consents: [...agreed.consents, recording] };
    expect((await post(receive, all)).status).toBe(201);
    expect((await post(receive, newsletter())).status).toBe(201);
  });

  test('says what is wrong with the answers before it asks for consents', async () => {
    const body = { ...newsletter({ email: 'CNRY' }), consents: [] };
    expect(await refused(body)).toMatchObject({ code: 'invalid' });
  });
});

describe('stops reading', () => {
  const ofLength = (length: number) => {
    const sent = { ...newsletter(), padding: '' };
    const rest = length - JSON.stringify(sent).length;
    return JSON.stringify({ ...sent, padding: 'x'.repeat(rest) });
  };

  test('one byte after 64 KiB of JSON', async () => {
    const { receive } = await newReceiver();
    expect((await post(receive, ofLength(65_536))).status).toBe(201);
    const response = await post(receive, ofLength(65_537));
    expect(response.status).toBe(413);
    expect((await problemOf(response)).code).toBe('too-large');
  });

  test('of a body that does not tell its length, or lies', async () => {
    const { receive } = await newReceiver();
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const endless = at('/api/submissions', { method: 'POST', headers: json, body, duplex: 'half' });
    expect((await receive(endless)).status).toBe(413);
    expect(pulled).toBeLessThan(8);
    const headers = { ...json, 'Content-Length': '99999999' };
    expect((await post(receive, newsletter(), headers)).status).toBe(413);
  });
});

describe('asks an insurer', () => {
  afterEach(() => void vi.useRealTimers());

  test('after the check is stored, and answers with the coverage', async () => {
    const store = await newStore();
    let rows = 0;
    const { receive } = await newReceiver({
      store,
      eligibility: async (check) => {
        rows = (await store.list({ limit: 9 })).submissions.length;
        expect(check).toMatchObject({ memberId: '00123' });
        return coverage;
      },
    });
    const sent = insuranceCheck();
    const first = await post(receive, sent);
    expect(await receiptOf(first.clone())).toMatchObject({ status: 'received', coverage });
    expect(rows).toBe(1);
    const again = await post(receive, sent);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(await first.json());
  });

  test('not at all for somebody who pays alone', async () => {
    const eligibility = vi.fn(async () => coverage);
    const { receive } = await newReceiver({ eligibility });
    const response = await post(receive, insuranceCheck({ selfPay: true, memberId: undefined }));
    expect(await receiptOf(response)).toMatchObject({ status: 'pending' });
    expect(eligibility).not.toHaveBeenCalled();
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('CNRY');
      },
    ],
    ['rejects', () => Promise.reject(new Error('CNRY'))],
  ])('and says pending when it %s', async (_name, eligibility) => {
    const { receive, lines } = await newReceiver({ eligibility });
    const response = await post(receive, insuranceCheck());
    expect(response.status).toBe(201);
    expect(await receiptOf(response)).toMatchObject({ status: 'pending' });
    expect(lines.join()).toContain('eligibility-failed');
    expect(lines.join()).not.toContain('CNRY');
  });

  test('for eight seconds, while a second try is told to wait', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), ms);
      return controller.signal;
    });
    let aborted: AbortSignal | undefined;
    const { receive } = await newReceiver({
      eligibility: (_check, { signal }) => ((aborted = signal), new Promise(() => undefined)),
    });
    const sent = insuranceCheck();
    const first = post(receive, sent);
    await vi.advanceTimersByTimeAsync(7_000);
    const second = await post(receive, sent);
    expect(second.status).toBe(409);
    expect(second.headers.get('Retry-After')).toBe('1');
    expect((await problemOf(second)).code).toBe('in-flight');
    expect(aborted?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await receiptOf(await first)).toMatchObject({ status: 'pending' });
    expect(aborted?.aborted).toBe(true);
    const third = await post(receive, sent);
    expect(third.status).toBe(200);
    timeout.mockRestore();
  });

  test('and never leaves a check waiting after a crash', async () => {
    const store = await newStore();
    vi.useFakeTimers({ toFake: ['Date'] });
    const dying = await newReceiver({ store, eligibility: () => new Promise(() => undefined) });
    const sent = insuranceCheck();
    void post(dying.receive, sent);
    await vi.waitFor(async () => expect(await store.find(sent.id)).toBeDefined());
    const { receive } = await newReceiver({ store });
    expect((await post(receive, sent)).status).toBe(409);
    vi.setSystemTime(Date.now() + 10_000);
    const response = await post(receive, sent);
    expect(response.status).toBe(200);
    expect(await receiptOf(response)).toMatchObject({ status: 'pending' });
  });
});

describe('tells the clinic', () => {
  test('of each new submission once, after it is stored', async () => {
    const store = await newStore();
    const told: [Submission, Receipt, number][] = [];
    const { receive } = await newReceiver({
      store,
      notify: async (submission, receipt) => {
        told.push([submission, receipt, (await store.list({ limit: 9 })).submissions.length]);
      },
    });
    const sent = newsletter();
    const response = await post(receive, sent);
    await post(receive, sent);
    await post(receive, newsletter({ email: 'nobody' }));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told).toEqual([[sent, await response.json(), 1]]);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('CNRY'))],
    [
      'throws',
      () => {
        throw new Error('CNRY');
      },
    ],
    ['never ends', () => new Promise(() => undefined)],
  ])('and answers the visitor even when that %s', async (name, notify) => {
    const { receive, lines } = await newReceiver({ notify });
    expect((await post(receive, newsletter())).status).toBe(201);
    if (name !== 'never ends')
      await vi.waitFor(() => expect(lines.join()).toContain('notify-failed'));
    expect(lines.join()).not.toContain('CNRY');
  });
});

describe('limits', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());
  const client = (incoming: Request) => incoming.headers.get('X-Test-Client') ?? '';
  const from = (who: string) => ({
    ...json,
    'X-Test-Client': who,
    'X-Forwarded-For': randomUUID(),
  });

  test('new ids per client and minute; not replays, refusals or holds', async () => {
    const { receive } = await newReceiver({ limits: { perMinute: 2, client } });
    const send = async (body: object, who = 'a') => post(receive, body, from(who));
    const [one, two] = [newsletter(), newsletter()];
    expect((await send(one)).status).toBe(201);
    for (let count = 0; count < 5; count++) {
      expect((await send(one)).status).toBe(200);
      expect((await send(newsletter({ email: 'nobody' }))).status).toBe(422);
      expect((await send({ ...newsletter({ givenName: 'B' }), id: one.id })).status).toBe(422);
      const path = `/api/slots/${(await freeSlots(receive))[count].id}/hold`;
      expect((await receive(at(path, { method: 'POST', headers: from('a') }))).status).toBe(201);
    }
    expect((await send(two)).status).toBe(201);
    const third = newsletter();
    vi.setSystemTime(Date.now() + 20_000);
    const refused = await send(third);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('40');
    expect((await problemOf(refused)).code).toBe('too-many');
    expect((await send(two)).status).toBe(200);
    expect((await send(newsletter(), 'b')).status).toBe(201);
    vi.setSystemTime(Date.now() + 40_000);
    expect((await send(third)).status).toBe(201);
  });

  test('counts fifty at once as fifty, and one id sent fifty times as one', async () => {
    const { receive } = await newReceiver({ limits: { perMinute: 10, client } });
    const same = newsletter();
    const replays = await Promise.all(Array.from({ length: 50 }, () => post(receive, same)));
    expect(replays.every(({ ok }) => ok)).toBe(true);
    const burst = await Promise.all(Array.from({ length: 50 }, () => post(receive, newsletter())));
    expect(burst.filter(({ ok }) => ok)).toHaveLength(9);
  });

  test('does not exist unless it is asked for', async () => {
    const { receive } = await newReceiver();
    for (let count = 0; count < 30; count++)
      expect((await post(receive, newsletter())).ok).toBe(true);
  });
});

describe('a database that fails', () => {
  const broken = async () => {
    const store = await newStore();
    const fails = () => Promise.reject(new StoreError({ code: 'SQLITE_FULL', message: 'CNRY' }));
    return { ...store, add: fails, ping: fails };
  };

  test('is a 503 that says when to come back, and the receiver goes on', async () => {
    const { receive, lines } = await newReceiver({ store: await broken() });
    for (const response of [await post(receive, newsletter()), await receive(at('/api/health'))]) {
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      expect((await problemOf(response)).code).toBe('unavailable');
    }
    expect((await receive(at('/api/payers'))).status).toBe(200);
    expect(lines.join()).toContain('SQLITE_FULL');
    expect(lines.join()).not.toContain('CNRY');
  });

  test('gives the attempt back', async () => {
    const store = await newStore();
    let full = true;
    const add: typeof store.add = (entry) =>
      full ? Promise.reject(new StoreError({ code: 'SQLITE_FULL' })) : store.add(entry);
    const { receive } = await newReceiver({ store: { ...store, add }, limits: { perMinute: 1 } });
    expect((await post(receive, newsletter())).status).toBe(503);
    full = false;
    expect((await post(receive, newsletter())).status).toBe(201);
  });
});

describe('the staff list', () => {
  const list = async (headers: Record<string, string>, options = {}) => {
    const { receive } = await newReceiver(options);
    return receive(at('/api/submissions', { headers }));
  };

  test('opens for the token only', async () => {
    const { receive } = await newReceiver();
    const sent = newsletter();
    const { reference } = await receiptOf(await post(receive, sent));
    const { submissions } = await staffList(receive);
    expect(submissions).toEqual([
      {
        id: sent.id,
        type: sent.type,
        receivedAt: expect.stringMatching(/Z$/),
        reference,
        status: 'subscribed',
        submission: sent,
      },
    ]);
    for (const value of [
      '',
      'Bearer',
      'Bearer wrong',
      `Bearer ${staffToken}x`,
      `Basic ${staffToken}`,
      staffToken,
    ]) {
      const response = await list({ Authorization: value });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    }
    expect((await list({})).status).toBe(401);
  });

  test('does not exist without a token', async () => {
    const response = await list({ Authorization: 'Bearer undefined' }, { staffToken: undefined });
    expect(response.status).toBe(404);
    await expect(newReceiver({ staffToken: '' })).rejects.toThrow('staffToken is empty');
  });

  test('names its next page', async () => {
    const { receive } = await newReceiver();
    for (let count = 0; count < 3; count++) await post(receive, newsletter());
    const first = await staffList(receive, '?limit=2');
    const [, next = ''] =
      /<\/api\/submissions(.*)>; rel="next"/.exec(first.response.headers.get('Link') ?? '') ?? [];
    const second = await staffList(receive, next);
    expect([first, second].map(({ submissions }) => submissions.length)).toEqual([2, 1]);
    expect(second.response.headers.get('Link')).toBeNull();
  });
});

describe('everything else', () => {
  test('is not found, as a problem', async () => {
    const { receive } = await newReceiver();
    const requests = [
      at('/'),
      at('/api'),
      at('/api/submissions/1'),
      at('/api/health', { method: 'POST' }),
      at('/api/submissions', { method: 'PUT', body: '{}' }),
      at('/api/submissions', { method: 'DELETE' }),
    ];
    for (const one of requests) {
      const response = await receive(one);
      expect(response.status).toBe(404);
      expect((await problemOf(response)).code).toBe('not-found');
    }
  });

  test('payers come from the clinic file, or not at all', async () => {
    const { receive } = await newReceiver();
    expect(await (await receive(at('/api/payers'))).json()).toEqual(clinic.payers);
    const without = await newReceiver({ clinic: { ...clinic, payers: '/payers.json' } });
    expect((await without.receive(at('/api/payers'))).status).toBe(404);
  });

  test('every answer is safe to have around', async () => {
    const { receive } = await newReceiver();
    for (const path of ['/api/health', '/api/slots', '/api/payers', '/nowhere']) {
      const { headers } = await receive(at(path));
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Vary')).toContain('Origin');
      expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{8}$/);
    }
  });

  test('log lines hold the route and the status, never a value', async () => {
    const { receive, lines } = await newReceiver();
    await post(receive, newsletter({ givenName: 'CNRY', email: 'cnry@example.org' }));
    await post(receive, newsletter({ email: 'CNRY' }));
    await post(receive, '{"CNRY');
    await receive(at('/api/slots?from=CNRY&service=CNRY'));
    await receive(at('/api/slots/CNRY/hold', { method: 'POST', body: '{"hold":"CNRY"}' }));
    await receive(
      at('/CNRY', { headers: { Authorization: 'Bearer CNRY', Origin: 'https://cnry.example' } }),
    );
    expect(lines.join('\n')).not.toMatch(/cnry/i);
    const facts = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(facts.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/api/submissions', 201],
      ['POST', '/api/submissions', 422],
      ['POST', '/api/submissions', 400],
      ['GET', '/api/slots', 422],
      ['POST', '/api/slots/:id/hold', 404],
      ['GET', '/*', 403],
    ]);
    for (const fact of facts) {
      expect(Object.keys(fact)).toEqual([
        'at',
        'event',
        'request',
        'method',
        'route',
        'status',
        'ms',
      ]);
    }
  });

  test('a wrong clinic file is refused at the start, by its path', async () => {
    const wrong = { ...clinic, services: [{ id: 'a', name: 'A', minutes: 'twenty' }] } as never;
    await expect(newReceiver({ clinic: wrong })).rejects.toThrow('services.0.minutes');
    const nowhere = { ...clinic, timeZone: 'Mars/Olympus' };
    await expect(newReceiver({ clinic: nowhere })).rejects.toThrow('America/New_York');
  });
});
