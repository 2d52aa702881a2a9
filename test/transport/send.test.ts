import { expect } from '@open-wc/testing';
import { encode, send, type Outcome, type SendOptions } from '../../src/transport/index.js';
import {
  accepted,
  broken,
  answer,
  scripted,
  submission,
  VirtualClock,
  whileOffline,
  type Call,
} from './harness.js';

const endpoint = 'https://api.example/submissions';
const receipt = { reference: 'R-1', status: 'received' };

/** Sends once against a script and tells what came of it. */
async function deliver(
  server: { fetch: typeof fetch; calls: Call[] },
  options: Partial<SendOptions> = {},
  format: 'json' | 'form' | 'multipart' = 'json',
) {
  const clock = new VirtualClock();
  const retries: number[] = [];
  const sealed = await encode(submission, { format });
  const outcome = await clock.run(
    send(sealed, {
      endpoint,
      fetch: server.fetch,
      clock,
      random: () => 0.5,
      onRetry: (attempt) => retries.push(attempt),
      ...options,
    }),
  );
  return { outcome, calls: server.calls, spent: clock.now(), retries, sealed };
}

describe('a request', () => {
  it('carries only what it must', async () => {
    const { calls, sealed, outcome } = await deliver(scripted(accepted()));
    expect(outcome).to.deep.equal({ kind: 'accepted', receipt });
    expect(calls).to.have.length(1);
    const { signal, ...init } = calls[0].init;
    expect(signal).to.be.an.instanceof(AbortSignal);
    expect(calls[0].url).to.equal(endpoint);
    expect(init).to.deep.equal({
      method: 'POST',
      body: sealed.body,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      credentials: 'omit',
      mode: 'cors',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  for (const format of ['json', 'form', 'multipart'] as const)
    it(`goes out byte-identical on every retry and on Try again (${format})`, async () => {
      const server = scripted('network', answer(503), answer(500), answer(429), accepted());
      const { calls, sealed } = await deliver(server, {}, format);
      const clock = new VirtualClock();
      await clock.run(send(sealed, { endpoint, fetch: server.fetch, clock }));
      expect(calls).to.have.length(6);
      const copies = await Promise.all(
        calls.map(async ({ init }) => [
          new Headers(init.headers).get('content-type'),
          [...new Uint8Array(await new Response(init.body).arrayBuffer())].join(),
        ]),
      );
      for (const copy of copies) expect(copy).to.deep.equal(copies[0]);
      expect(copies[0][1]).to.have.length.above(1000);
    });

  it('uses the fetch there was when the script was loaded', async () => {
    const { fetch } = globalThis;
    let seen = 0;
    globalThis.fetch = () => {
      seen++;
      return Promise.resolve(accepted());
    };
    try {
      const sealed = await encode(submission, { format: 'json' });
      const outcome = await send(sealed, { endpoint: new URL('/none', location.href).href });
      expect(outcome.kind).to.equal('failed');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(seen).to.equal(0);
  });
});

describe('retries', () => {
  for (const status of [408, 425, 429, 500, 502, 503, 504])
    it(`cure a ${status}`, async () => {
      const { outcome, retries } = await deliver(
        scripted(answer(status), answer(status), accepted()),
      );
      expect(outcome.kind).to.equal('accepted');
      expect(retries).to.deep.equal([1, 2]);
    });

  it('cure a lost connection, silence, an answer cut short and a submission in flight', async () => {
    const server = scripted(
      'network',
      'silence',
      answer(409, { code: 'in-flight' }),
      () => broken(201, '{"reference":'),
      accepted(),
    );
    const { outcome, retries } = await deliver(server);
    expect(outcome.kind).to.equal('accepted');
    expect(retries).to.deep.equal([1, 2, 3, 4]);
    const cut = await deliver(scripted(answer(201, '{"reference":"R-'), accepted()));
    expect(cut.outcome.kind).to.equal('accepted');
  });

  it('are not made for any other status', async () => {
    const curable = [408, 425, 429, 500, 502, 503, 504];
    for (let status = 400; status < 600; status++) {
      if (curable.includes(status)) continue;
      const { outcome, calls } = await deliver(scripted(answer(status), accepted()));
      expect(calls, `${status}`).to.have.length(1);
      expect(outcome).to.deep.equal({
        kind: 'failed',
        reason: status < 500 ? 'refused' : 'server',
        httpStatus: status,
      });
    }
  });

  it('are not made for a captive portal, words, or an endless answer', async () => {
    const endless = () =>
      new Response(
        new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(32)) }),
      );
    for (const body of [answer(200, '<!doctype html>Log in'), answer(200, 'Accepted')]) {
      const { outcome, calls } = await deliver(scripted(body, accepted()));
      expect(calls).to.have.length(1);
      expect(outcome).to.deep.equal({ kind: 'failed', reason: 'unconfirmed', httpStatus: 200 });
    }
    const server = { fetch: () => Promise.resolve(endless()), calls: [] };
    expect((await deliver(server)).outcome).to.deep.equal({
      kind: 'failed',
      reason: 'unconfirmed',
      httpStatus: 200,
    });
  });

  it('are forbidden by should-retry: false', async () => {
    const { outcome, calls } = await deliver(
      scripted(answer(503, { 'should-retry': false }), accepted()),
    );
    expect(calls).to.have.length(1);
    expect(outcome).to.deep.equal({ kind: 'failed', reason: 'server', httpStatus: 503 });
  });

  it('wait with full jitter, and as long as Retry-After asks', async () => {
    const jitter = await deliver(scripted(answer(503), answer(503), answer(503), accepted()));
    expect(jitter.spent).to.equal((300 + 600 + 1200) / 2);
    const asked = await deliver(scripted(answer(429, '', { 'retry-after': '7' }), accepted()));
    expect(asked.spent).to.equal(7000);
    const much = await deliver(scripted(answer(503, '', { 'retry-after': '9999' }), accepted()));
    expect(much.spent).to.equal(30_000);
    const zero = await deliver(scripted(answer(503, '', { 'retry-after': '0' }), accepted()));
    expect(zero.spent).to.equal(150);
  });

  it('come at once when the network is back', async () => {
    const server = scripted('network', accepted());
    const sealed = await encode(submission, { format: 'json' });
    const { kind } = await send(sealed, {
      endpoint,
      fetch: server.fetch,
      random: () => 100, // half a minute, in real time
      onRetry: () => setTimeout(() => dispatchEvent(new Event('online'))),
    });
    expect(kind).to.equal('accepted');
    expect(server.calls).to.have.length(2);
  });
});

describe('giving up', () => {
  const reasons: [string, Parameters<typeof scripted>[0], object][] = [
    ['a dead network', 'network', { reason: 'unconfirmed' }],
    ['silence', 'silence', { reason: 'timeout' }],
    ['a broken server', answer(500), { reason: 'server', httpStatus: 500 }],
    [
      'a busy server',
      answer(503, { message: 'Later' }),
      { reason: 'server', httpStatus: 503, message: 'Later' },
    ],
    ['too many requests', answer(429), { reason: 'refused', httpStatus: 429 }],
    [
      'a submission for ever in flight',
      answer(409, { code: 'in-flight' }),
      { reason: 'unconfirmed', httpStatus: 409 },
    ],
  ];
  for (const [name, step, failure] of reasons)
    it(`after a minute of ${name}`, async () => {
      const { outcome, spent, calls } = await deliver(scripted(step));
      expect(outcome).to.deep.equal({ kind: 'failed', ...failure });
      expect(spent).to.be.within(45_000, 60_000);
      expect(calls.length).to.be.within(3, 15);
    });

  it('gives no attempt more than 10 s and the whole no more than 60 s', async () => {
    const { spent, calls } = await deliver(scripted('silence'), { random: () => 0 });
    expect(calls).to.have.length(6);
    expect(spent).to.equal(60_000);
    for (const { init } of calls) expect(init.signal!.aborted).to.equal(true);
  });

  it('ends an answer that never ends', async () => {
    const slow = () =>
      new Response(
        new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) }),
      );
    const { outcome, spent } = await deliver(
      { fetch: () => Promise.resolve(slow()), calls: [] },
      { random: () => 0 },
    );
    expect(outcome).to.deep.equal({ kind: 'failed', reason: 'timeout' });
    expect(spent).to.equal(60_000);
  });

  it('is quick without a network, and says so', () =>
    whileOffline(async () => {
      const { outcome, spent, calls } = await deliver(scripted('network'));
      expect(outcome).to.deep.equal({ kind: 'failed', reason: 'offline' });
      expect(spent).to.be.within(4000, 10_000);
      expect(calls.length).to.be.above(3);
      const once = await deliver(scripted('network'), { retryNetwork: false });
      expect(once.outcome).to.deep.equal({ kind: 'failed', reason: 'offline' });
    }));

  it('is not called offline once the server has been heard', () =>
    whileOffline(async () => {
      const { outcome } = await deliver(scripted(answer(503), 'network'));
      expect(outcome).to.deep.equal({ kind: 'failed', reason: 'unconfirmed' });
    }));

  it('comes at once where a lost request may have been delivered', async () => {
    for (const [step, reason] of [
      ['network', 'unconfirmed'],
      ['silence', 'timeout'],
      [answer(200, '{"cut'), 'unconfirmed'],
    ] as const) {
      const { outcome, calls } = await deliver(scripted(step, accepted()), { retryNetwork: false });
      expect(calls).to.have.length(1);
      expect(outcome).to.deep.equal({ kind: 'failed', reason });
    }
    const answered = await deliver(scripted(answer(503), accepted()), { retryNetwork: false });
    expect(answered.outcome.kind).to.equal('accepted');
  });

  it('follows a fetch that throws, or gives back nonsense', async () => {
    for (const fetch of [
      () => {
        throw new Error('patched');
      },
      () => Promise.resolve(undefined),
      () => 'text',
    ]) {
      const { outcome } = await deliver({ fetch: fetch as never, calls: [] });
      expect(outcome).to.deep.equal({ kind: 'failed', reason: 'unconfirmed' });
    }
  });
});

describe('a sender that goes away', () => {
  it('ends the attempt, and the promise rejects with its reason', async () => {
    for (const step of ['silence', answer(503)] as const) {
      const stop = new AbortController();
      const server = scripted(step);
      const reason = new Error('gone');
      const clock = new VirtualClock();
      const sealed = await encode(submission, { format: 'json' });
      const work = clock.run(
        send(sealed, {
          endpoint,
          fetch: server.fetch,
          signal: stop.signal,
          clock,
          attemptTimeout: 1e6,
          totalTimeout: 1e7,
        }),
      );
      void clock.wait(5000).then(() => stop.abort(reason));
      const error = await work.then(
        (outcome: Outcome) => outcome,
        (error: unknown) => error,
      );
      expect(error).to.equal(reason);
      const { length } = server.calls;
      await new Promise((resolve) => setTimeout(resolve));
      expect(server.calls).to.have.length(length);
    }
  });

  it('that had gone before sends nothing', async () => {
    const server = scripted(accepted());
    const error = await deliver(server, { signal: AbortSignal.abort('before') }).catch(
      (error: unknown) => error,
    );
    expect(error).to.equal('before');
    expect(server.calls).to.have.length(0);
  });
});
