import { expect } from '@open-wc/testing';
import { lookup, LookupError, type LookupOptions } from '../../src/transport/index.js';
import { answer, scripted, VirtualClock } from './harness.js';

const url = 'https://clinic.example/clinic.json';

async function ask(server: { fetch: typeof fetch }, options: LookupOptions = {}) {
  const clock = new VirtualClock();
  const result = await clock
    .run(lookup<unknown>(url, { fetch: server.fetch, clock, ...options }))
    .catch((error: unknown) => error);
  return { result, spent: clock.now() };
}

describe('a lookup', () => {
  it('gets JSON without telling who asks', async () => {
    const server = scripted(answer(200, { name: 'Clinic' }));
    expect((await ask(server)).result).to.deep.equal({ name: 'Clinic' });
    const { signal, ...init } = server.calls[0].init;
    expect(signal).to.be.an.instanceof(AbortSignal);
    expect(server.calls[0].url).to.equal(url);
    expect(init).to.deep.equal({
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      mode: 'cors',
      referrerPolicy: 'no-referrer',
    });
  });

  const huge = () =>
    new Response(
      new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000_000).fill(32)) }),
    );
  const failures: [string, () => Response | 'network' | 'silence', string, number | undefined][] = [
    ['a missing file', () => answer(404, '<h1>404'), 'status', 404],
    ['a broken server', () => answer(500), 'status', 500],
    ['a page', () => answer(200, '<!doctype html>'), 'format', 200],
    ['nothing', () => answer(204), 'format', 204],
    ['JSON cut short', () => answer(200, '{"name":"Cli'), 'format', 200],
    ['no network', () => 'network', 'network', undefined],
    ['silence', () => 'silence', 'timeout', undefined],
  ];
  for (const [name, step, reason, httpStatus] of failures)
    it(`says why it failed: ${name}`, async () => {
      const { result, spent } = await ask(scripted(step));
      expect(result).to.be.an.instanceof(LookupError);
      expect(result).to.include({ reason, httpStatus, url, name: 'LookupError' });
      expect(spent).to.equal(reason === 'timeout' ? 8000 : 0);
    });

  it('stops reading at 6 MB', async () => {
    let read = 0;
    const fetch = () => {
      const response = huge();
      read++;
      return Promise.resolve(response);
    };
    expect((await ask({ fetch })).result).to.include({ reason: 'format', httpStatus: 200 });
    expect(read).to.equal(1);
    const fits = answer(200, [' '.repeat(5_900_000)]);
    expect((await ask(scripted(fits))).result).to.be.an('array');
  });

  it('ends with its caller', async () => {
    const stop = new AbortController();
    const work = lookup(url, { fetch: scripted('silence').fetch, signal: stop.signal });
    stop.abort('gone');
    expect(await work.catch((error: unknown) => error)).to.equal('gone');
  });

  it('asks nothing for a page that is only being prerendered', async () => {
    const server = scripted(answer(200, []));
    let prerendering = true;
    Object.defineProperty(document, 'prerendering', {
      configurable: true,
      get: () => prerendering,
    });
    try {
      const work = lookup(url, { fetch: server.fetch });
      await new Promise((resolve) => setTimeout(resolve));
      expect(server.calls).to.have.length(0);
      prerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
      expect(await work).to.deep.equal([]);
      expect(server.calls).to.have.length(1);
    } finally {
      Reflect.deleteProperty(document, 'prerendering');
    }
  });
});
