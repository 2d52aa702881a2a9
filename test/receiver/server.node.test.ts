import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served, type ServeOptions } from '../../src/receiver/node.js';
import { clinic, insuranceCheck, newFolder, newsletter } from '../support/receiver.js';

const { payers, ...clinicFile } = clinic;
const folder = newFolder();
const [siteFolder, distFolder] = [join(folder, 'site'), join(folder, 'dist')];
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
write('site/index.html', '<h1>Clinic</h1>');
write('site/es/index.html', '<h1>Clínica</h1>');
write('site/privacy.html', '<h1>Privacy</h1>');
write('site/clinic.json', JSON.stringify({ ...clinicFile, payers: '/api/payers' }));
write('site/payers.json', JSON.stringify(payers));
write('site/photo.webp', 'RIFF');
write('site/.hidden', 'CNRY');
write('dist/clinic-widgets.js', `export const text = ${JSON.stringify('x'.repeat(5_000))};`);
write('secret.html', 'CNRY');
write('site-secret/index.html', 'CNRY');

const started: Served[] = [];
const start = async (options: Partial<ServeOptions> = {}) => {
  const served = await serve({
    port: 0,
    siteFolder,
    distFolder,
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

/** Asks for the path as it is written: `fetch` would tidy it up first. */
const raw = (base: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(base);
      const sent = httpRequest({ hostname, port, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      sent.on('error', reject).end();
    },
  );

describe('the site', () => {
  test.each([
    ['/', '<h1>Clinic</h1>', 'text/html; charset=utf-8'],
    ['/index.html', '<h1>Clinic</h1>', 'text/html; charset=utf-8'],
    ['/es', '<h1>Clínica</h1>', 'text/html; charset=utf-8'],
    ['/es/', '<h1>Clínica</h1>', 'text/html; charset=utf-8'],
    ['/privacy', '<h1>Privacy</h1>', 'text/html; charset=utf-8'],
    ['/privacy?from=mail', '<h1>Privacy</h1>', 'text/html; charset=utf-8'],
    ['/photo.webp', 'RIFF', 'image/webp'],
  ])('%s', async (path, text, type) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('sends scripts small, to any website, and only once', async () => {
    const path = '/dist/clinic-widgets.js';
    const plain = await raw(url, path);
    const br = await raw(url, path, { 'Accept-Encoding': 'gzip, deflate, br' });
    const gzip = await raw(url, path, { 'Accept-Encoding': 'gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(br.body.length).toBeLessThan(plain.body.length / 10);
    expect(br.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
      'access-control-allow-origin': '*',
    });
    const again = await raw(url, path, { 'If-None-Match': br.headers['etag'] as string });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/es/../../secret.html',
    '/..%5csecret.html',
    '/%2e%2e%2fsite-secret/index.html',
    '/../site-secret/',
    '/dist/../../secret.html',
    '/dist/%2e%2e/%2e%2e/secret.html',
    '//etc/passwd',
    '/.hidden',
    '/%2ehidden',
    '/%00',
    '/index.html%00',
    '/%ff',
    '/%',
    '/nowhere',
    '/es/nothing.html',
    '/dist',
    '/dist/',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await raw(url, path);
    expect([status, body.toString().includes('CNRY')]).toEqual([404, false]);
  });

  test('is only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(url, { method })).status).toBe(404);
    }
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('the receiver behind it', () => {
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

  test('says what is wrong before it listens', async () => {
    const wrong = join(newFolder(), 'site');
    mkdirSync(wrong);
    await expect(start({ siteFolder: wrong })).rejects.toThrow('clinic.json');
    writeFileSync(join(wrong, 'clinic.json'), '{');
    await expect(start({ siteFolder: wrong })).rejects.toThrow('is not JSON');
    writeFileSync(join(wrong, 'clinic.json'), '{"services":7}');
    await expect(start({ siteFolder: wrong })).rejects.toThrow('services');
    const port = Number(new URL(url).port);
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
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
