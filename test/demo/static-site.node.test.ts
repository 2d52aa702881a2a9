import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../src/receiver/node.js';
import { staticSite } from '../../stories/demo/static-site.mjs';
import { clinic, newFolder } from '../support/receiver.js';

const folder = newFolder();
const [siteFolder, distFolder] = [join(folder, 'site'), join(folder, 'dist')];
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
write('site/index.html', '<h1>Clinic</h1>');
write('site/es/index.html', '<h1>Clínica</h1>');
write('site/privacy.html', '<h1>Privacy</h1>');
write('site/photo.webp', 'RIFF');
write('site/.hidden', 'CNRY');
write('dist/clinic-widgets.js', `export const text = ${JSON.stringify('x'.repeat(5_000))};`);
write('secret.html', 'CNRY');
write('site-secret/index.html', 'CNRY');

let server: Served;
let url: string;
beforeAll(async () => {
  const site = staticSite({ siteFolder, distFolder });
  server = await serve({ clinic, site, port: 0, dataFolder: newFolder(), log: () => undefined });
  ({ url } = server);
});
afterAll(() => server.close());

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
    const gzip = await raw(url, path, { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(gzip.body.length).toBeLessThan(plain.body.length / 10);
    expect(gzip.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
      'access-control-allow-origin': '*',
    });
    const again = await raw(url, path, { 'If-None-Match': gzip.headers['etag'] as string });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers['access-control-allow-origin']).toBe('*');
  });

  test('sends pages with a strict policy', async () => {
    const policyOf = async (path: string) =>
      (await fetch(url + path)).headers.get('Content-Security-Policy');
    expect(await policyOf('/privacy')).toContain("require-trusted-types-for 'script'");
    expect(await policyOf('/photo.webp')).toBeNull();
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
