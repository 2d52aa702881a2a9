import { describe, expect, it } from 'vitest';
import { hold, release } from '../../src/scheduling/hold.js';
import { answer } from '../transport/harness.js';
import { plain } from './slot-feeds.js';

const url = 'https://clinic.example/slots';

describe('a hold', () => {
  const asked = (status: number, body: unknown = '') => {
    const calls: { url: string; init: RequestInit }[] = [];
    const fetch = ((to: string, init: RequestInit) => {
      calls.push({ url: to, init });
      return Promise.resolve(answer(status, body));
    }) as typeof globalThis.fetch;
    return { calls, fetch };
  };
  const until = (ms: number) => new Date(Date.now() + ms).toISOString();

  it('is asked for under the slots address, and lasts as long as it is given', async () => {
    const { calls, fetch } = asked(201, { hold: 'h1', until: until(60_000) });
    const held = await hold(`${url}?site=2#x`, 'a/b c', undefined, { fetch });
    expect(calls[0].url).to.equal(`${url}/a%2Fb%20c/hold`);
    expect(calls[0].init).to.include({ method: 'POST', credentials: 'omit' });
    expect(calls[0].init.body).to.equal(undefined);
    expect(held).to.include({ is: 'held', hold: 'h1' });
    expect(held.is === 'held' && held.left).to.be.within(58_000, 60_000);
  });

  it('is asked to last longer by its own name', async () => {
    const { calls, fetch } = asked(200, { hold: 'h1', until: until(60_000) });
    await hold(url, 'a', 'h1', { fetch });
    expect(JSON.parse(calls[0].init.body as string)).to.deep.equal({ hold: 'h1' });
  });

  for (const end of ['yesterday', '2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z', undefined])
    it(`is the usual one where it ends ${end ?? 'never'}`, async () => {
      const held = await hold(url, 'a', undefined, asked(201, { hold: 'h', until: end }));
      expect(held).to.deep.equal({ is: 'held', hold: 'h', left: 300_000 });
    });

  it('is refused where somebody was quicker, with what is left', async () => {
    const slots = [plain(1)];
    const { fetch } = asked(409, { code: 'slot-taken', slots });
    expect(await hold(url, 'a', undefined, { fetch })).to.deep.equal({ is: 'taken', slots });
  });

  for (const [what, status, body] of [
    ['a file that knows no routes', 404, ''],
    ['a file server', 405, '<h1>Not allowed'],
    ['a broken server', 500, {}],
    ['a sign-in page', 200, '<!doctype html>'],
    ['an answer without a name', 201, { until: until(1000) }],
  ] as const)
    it(`is none with ${what}: the time may still be booked`, async () => {
      expect(await hold(url, 'a', undefined, asked(status, body))).to.deep.equal({ is: 'none' });
    });

  it('is given back as plain text that outlives the page', async () => {
    const { calls, fetch } = asked(204);
    await release(url, 'a', 'h1', { fetch });
    expect(calls).to.have.length(1);
    expect(calls[0].url).to.equal(`${url}/a/release`);
    expect(calls[0].init).to.include({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect(calls[0].init.headers).to.deep.equal({ 'Content-Type': 'text/plain' });
    expect(JSON.parse(calls[0].init.body as string)).to.deep.equal({ hold: 'h1' });
  });

  it('is given back by a beacon where no request outlives its page', async () => {
    const keepalive = Object.getOwnPropertyDescriptor(Request.prototype, 'keepalive')!;
    const { sendBeacon } = navigator;
    const beacons: { url: string; body: Blob }[] = [];
    Reflect.deleteProperty(Request.prototype, 'keepalive');
    navigator.sendBeacon = (to, body) => beacons.push({ url: String(to), body: body as Blob }) > 0;
    try {
      await release(url, 'a', 'h1');
      // A page's own fetch is what the page wants.
      const { calls, fetch } = asked(204);
      await release(url, 'b', 'h2', { fetch });
      expect(calls).to.have.length(1);
    } finally {
      Object.defineProperty(Request.prototype, 'keepalive', keepalive);
      navigator.sendBeacon = sendBeacon;
    }
    expect(beacons.map((beacon) => beacon.url)).to.deep.equal([`${url}/a/release`]);
    expect(beacons[0].body.type).to.equal('text/plain');
    expect(JSON.parse(await beacons[0].body.text())).to.deep.equal({ hold: 'h1' });
  });

  for (const [what, fails] of [
    ['refused', () => Promise.reject(new TypeError())],
    ['never answered', () => new Promise<Response>(() => {})],
  ] as const)
    it(`is given up where that is ${what}, and nothing waits for it any longer`, async () => {
      const clock = { now: () => 0, wait: () => Promise.resolve() };
      const given = await release(url, 'a', 'h1', { fetch: fails, clock });
      expect(given).to.equal(undefined);
    });
});
