import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clinic } from '../../src/contract/index.js';
import { readClinic, serve, type Served, type ServeOptions } from '../../src/receiver/node.js';
import { clinic, insuranceCheck, newFolder, newsletter } from '../support/receiver.js';

const { payers } = clinic;
const started: Served[] = [];
const start = async (options: Partial<ServeOptions> = {}) => {
  const served = await serve({
    clinic,
    port: 0,
    dataFolder: newFolder(),
    log: () => undefined,
    ...options,
  });
  started.push(served);
  return served;
};
let url: string;
beforeAll(async () => ({ url } = await start()));
afterAll(async () => {
  for (const served of started) await served.close();
});

describe('the receiver', () => {
  const post = (base: string, body: object, headers = {}) =>
    fetch(`${base}/api/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  test('stores, answers again after a restart, and gives the payers of the file', async () => {
    const dataFolder = newFolder();
    const first = await start({ dataFolder });
    const sent = newsletter();
    const receipt = (await (await post(first.url, sent)).json()) as object;
    await first.close();
    const second = await start({ dataFolder });
    const replay = await post(second.url, sent);
    expect([replay.status, await replay.json()]).toEqual([200, receipt]);
    expect(await (await fetch(`${second.url}/api/payers`)).json()).toEqual(payers);
    expect((await fetch(`${second.url}/api/submissions`)).status).toBe(404);
  });

  test('lets its own pages send, and no others', async () => {
    const { host } = new URL(url);
    expect((await post(url, newsletter(), { Origin: `http://${host}` })).status).toBe(201);
    expect((await post(url, newsletter(), { Origin: 'https://evil.example' })).status).toBe(403);
    const open = await start({ origins: ['https://clinic.example'] });
    expect((await post(open.url, newsletter(), { Origin: 'https://clinic.example' })).status).toBe(
      201,
    );
  });

  test('counts by the address of the connection, whatever a header says', async () => {
    const { url } = await start({ limits: { perMinute: 2 } });
    const statuses = [];
    for (let count = 0; count < 4; count++) {
      const headers = { 'X-Forwarded-For': `10.0.0.${count}`, Forwarded: `for=10.0.0.${count}` };
      statuses.push((await post(url, newsletter(), headers)).status);
    }
    expect(statuses).toEqual([201, 201, 429, 429]);
  });

  test('ends a body that is too long before it has come', async () => {
    const { port } = new URL(url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      const head =
        'POST /api/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
      const chunk = `${(16_384).toString(16)}\r\n${' '.repeat(16_384)}\r\n`;
      for (let count = 0; count < 5; count++) socket.write(chunk);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too-large"');
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  test('leaves everything but its own routes to the site', async () => {
    expect((await fetch(`${url}/`)).status).toBe(404);
    const { url: withSite } = await start({
      site: (request) => new Response(`page ${new URL(request.url).pathname}`),
    });
    expect(await (await fetch(`${withSite}/privacy`)).text()).toBe('page /privacy');
    expect(await (await fetch(`${withSite}/api/health`)).json()).toEqual({ status: 'ok' });
  });

  test('says what is wrong before it listens', async () => {
    const clinicFile = { services: 7 } as unknown as Clinic;
    await expect(start({ clinic: clinicFile })).rejects.toThrow('services');
    const port = Number(new URL(url).port);
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('a clinic file', () => {
  const folder = newFolder();
  const write = (name: string, content: unknown) => {
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
    return join(folder, name);
  };

  test('may name the address of its insurers, or hold the list, or have it beside', async () => {
    const address = write('address.json', { ...clinic, payers: '/api/payers' });
    const list = write('payers.json', payers);
    expect((await readClinic(address)).payers).toBeUndefined();
    expect((await readClinic(address, list)).payers).toEqual(payers);
    expect((await readClinic(write('whole.json', clinic))).payers).toEqual(payers);
  });

  test('that cannot be read is named', async () => {
    await expect(readClinic(join(folder, 'none.json'))).rejects.toThrow('none.json');
    await expect(readClinic(write('broken.json', '{'))).rejects.toThrow('broken.json is not JSON');
  });
});

describe('slow clients', () => {
  /** How a connection ends that sends `first` and then a byte now and then. */
  const trickle = (base: string, first: string, signal?: AbortSignal) =>
    new Promise<{ after: number; text: string }>((resolve) => {
      const began = Date.now();
      const socket = connect(Number(new URL(base).port), '127.0.0.1');
      let text = '';
      socket.write(first);
      const drip = setInterval(() => socket.write('a'), 50);
      socket.on('data', (chunk) => (text += chunk.toString()));
      signal?.addEventListener('abort', () => socket.destroy());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        resolve({ after: Date.now() - began, text });
      });
    });
  const head =
    'POST /api/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const timeouts = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };

  test('are let go, and others are served meanwhile', async () => {
    const { url } = await start({ timeouts });
    const slow = [
      ...Array.from({ length: 30 }, () =>
        trickle(url, 'POST /api/submissions HTTP/1.1\r\nX-Slow: '),
      ),
      ...Array.from({ length: 30 }, () => trickle(url, `${head}Content-Length: 60000\r\n\r\n`)),
    ];
    const meanwhile = await fetch(`${url}/api/health`);
    expect(meanwhile.status).toBe(200);
    for (const { after, text } of await Promise.all(slow)) {
      expect(after).toBeLessThan(3_000);
      expect(text).not.toContain(' 201 ');
    }
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  const photos = head.replace('application/json', 'multipart/form-data; boundary=b');

  test('may take their time with photos, as long as they keep coming', async () => {
    const { url } = await start({ timeouts });
    const sent = insuranceCheck({ memberId: undefined, cards: [{ side: 'front', part: 'a.png' }] });
    const body = Buffer.concat([
      Buffer.from(
        `--b\r\nContent-Disposition: form-data; name="submission"\r\n\r\n${JSON.stringify(sent)}\r\n` +
          '--b\r\nContent-Disposition: form-data; name="cards"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
      ),
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.alloc(60_000),
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    const answered = new Promise((resolve) =>
      socket.on('data', (chunk) => resolve((text += chunk.toString()))),
    );
    socket.write(`${photos}Content-Length: ${body.length}\r\n\r\n`);
    // Three times as long as a text may take.
    for (let at = 0; at < body.length; at += Math.ceil(body.length / 18)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.write(body.subarray(at, at + Math.ceil(body.length / 18)));
    }
    await answered;
    expect(text).toContain(' 201 ');
    socket.destroy();
  });

  test('are let go with photos too, when next to nothing comes', async () => {
    const { url } = await start({ timeouts });
    const { after, text } = await trickle(url, `${photos}Content-Length: 60000\r\n\r\n`);
    expect(after).toBeLessThan(3_000);
    expect(text).not.toContain(' 201 ');
  });

  test('control: where nobody looks, they stay', async () => {
    const { url } = await start({ timeouts: { ...timeouts, connectionsCheckingInterval: 60_000 } });
    const gone = new AbortController();
    const slow = trickle(url, `${head}Content-Length: 60000\r\n\r\n`, gone.signal);
    const waited = new Promise((resolve) => setTimeout(() => resolve('still there'), 1_500));
    expect(await Promise.race([slow, waited])).toBe('still there');
    gone.abort();
    await slow;
  });
});
