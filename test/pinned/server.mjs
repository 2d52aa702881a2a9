/** A page, an endpoint and a slots address with fixed answers, on a port of its own. It writes down what it was asked. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import * as site from './site.mjs';

const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
};

const json = (status, body, headers = {}) => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const problem = (status, body) =>
  json(status, body, { 'Content-Type': 'application/problem+json' });

/** Answers that scenarios give by name. */
export const replies = {
  received: json(201, { reference: 'R-1001', status: 'received' }),
  confirmed: json(201, { reference: 'R-1002', status: 'confirmed' }),
  subscribed: json(201, { reference: 'R-1003', status: 'subscribed' }),
  checkInbox: json(201, { reference: 'R-1004', status: 'check-inbox' }),
  pending: json(201, { reference: 'R-1005', status: 'pending' }),
  covered: json(201, { reference: 'R-1006', status: 'received', coverage: site.coverage }),
  invalid: problem(422, {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'invalid',
    issues: [{ path: ['data', 'email'], code: 'format' }],
  }),
  idReused: problem(422, { title: 'Other content', status: 422, code: 'id-reused' }),
  refused: problem(403, { title: 'No', status: 403, code: 'origin-not-allowed' }),
  busy: {
    ...json(503, { title: 'Busy', status: 503 }),
    headers: { 'Content-Type': 'application/json' },
  },
  slotTaken: problem(409, {
    title: 'Taken',
    status: 409,
    code: 'slot-taken',
    slots: site.slots.slice(3, 6),
  }),
  broken: { status: 500, headers: { 'Content-Type': 'text/html' }, body: '<h1>Broken</h1>' },
  /** The line breaks before an answer */
  cut: { cut: true },
};

/**
 * @param {object} options
 * @param {string} options.dist the folder of the build
 * @param {Record<string, string>} options.pages HTML by path
 * @param {object} [options.clinic] the clinic file at `/clinic.json`
 * @param {object[]} [options.posts] answers to submissions, in turn; the last one again and again
 * @param {object[]} [options.holds] answers to holds, in turn, where the usual one does not fit
 * @param {object[] | object} [options.slots] the list of times; an object is a whole answer
 * @param {() => number} options.now the time of the page
 * @param {(code: string, path: string) => string} [options.doctor] changes a script on its way
 */
export async function openServer({
  dist,
  pages,
  clinic = site.clinic,
  posts = [replies.received],
  holds = [],
  slots = site.slots,
  now,
  doctor = (code) => code,
}) {
  const seen = [];
  const scripts = [];
  const gates = new Map();
  let active = 0;
  let count = 0;
  let waiting = 0;
  let scriptCount = 0;
  let holdCount = 0;
  let posted = 0;

  const feed = (path, query) => {
    if (!Array.isArray(slots)) return slots;
    const wanted = (name, slot) =>
      !query.get(name) || !slot[name] || slot[name] === query.get(name);
    const list = slots.filter((slot) =>
      ['service', 'location', 'clinician'].every((name) => wanted(name, slot)),
    );
    return json(200, { timeZone: 'America/New_York', slots: list });
  };

  const answer = (method, path, query) => {
    if (path in pages)
      return { status: 200, headers: { 'Content-Type': types['.html'] }, body: pages[path] };
    if (path === '/clinic.json') return json(200, clinic);
    if (path === '/faq.json') return json(200, site.faq);
    if (path === '/payers') return json(200, site.payers);
    if (path === '/slots') return feed(path, query);
    if (/^\/slots\/[^/]+\/hold$/.test(path))
      return (
        holds[holdCount++] ??
        json(201, { hold: `hold-${holdCount}`, until: new Date(now() + 300_000).toISOString() })
      );
    if (/^\/slots\/[^/]+\/release$/.test(path)) return { status: 204, headers: {}, body: '' };
    if (method === 'POST' && path.startsWith('/send'))
      return posts[Math.min(posted++, posts.length - 1)];
    if (path.startsWith('/dist/')) {
      const file = join(dist, path.slice(6));
      if (path.includes('..') || !existsSync(file)) return { status: 404, headers: {}, body: '' };
      const type = types[extname(file)] ?? 'application/octet-stream';
      const body = readFileSync(file);
      const isScript = extname(file) === '.js';
      return {
        status: 200,
        headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
        body: isScript ? doctor(body.toString(), path) : body,
      };
    }
    return { status: path === '/favicon.ico' ? 204 : 404, headers: {}, body: '' };
  };

  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url, 'http://localhost');
    const { method, headers } = request;
    active++;
    count++;
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const isPage = path in pages || path === '/favicon.ico';
      if (path.startsWith('/dist/')) {
        if (path.endsWith('.js')) {
          scripts.push(path);
          scriptCount++;
        }
      } else if (!isPage)
        seen.push({ method, url: request.url, headers, body: Buffer.concat(chunks) });
      const gate = gates.get(path);
      if (gate) {
        active--;
        waiting++;
        await gate.promise;
        waiting--;
        active++;
      }
      const { status, headers: given, body, cut } = answer(method, path, query);
      if (cut) return request.socket.destroy();
      response.sendDate = false;
      // On a connection that was used before, a browser sends once more by itself what was cut off.
      response.setHeader('Connection', 'close');
      response.writeHead(status, { ...given, Date: new Date(now()).toUTCString() });
      response.end(body);
    } finally {
      active--;
      count++;
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Requests that are being answered; one that waits at a gate is not */
    get active() {
      return active;
    },
    get count() {
      return count;
    },
    /** Requests that wait at a gate */
    get waiting() {
      return waiting;
    },
    get scriptCount() {
      return scriptCount;
    },
    takeRequests: () => seen.splice(0),
    takeScripts: () => scripts.splice(0),
    /** Answers submissions by these from now on, in turn. */
    answer(replies) {
      posts = replies;
      posted = 0;
    },
    /** Lets requests of a path wait until the gate is opened. */
    hold(path) {
      const gate = {};
      gate.promise = new Promise((open) => (gate.open = open));
      gates.set(path, gate);
    },
    open(path) {
      gates.get(path)?.open();
      gates.delete(path);
    },
    close() {
      for (const path of [...gates.keys()]) this.open(path);
      server.closeAllConnections();
      server.close();
    },
  };
}
