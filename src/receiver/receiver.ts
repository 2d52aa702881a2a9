import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import { Clinic, estimateDue, issuesOf } from '../contract/index.js';
import { Zone } from '../time/zone.js';
import { Bookings } from './bookings.js';
import { cors } from './cors.js';
import { kindOf, logTo, type ReceiverOptions } from './options.js';
import { Refusal } from './problems.js';
import { StoreError, type ListedSubmission } from './store.js';
import { submissions } from './submissions.js';

/** How many submissions a page of the staff list has when nobody says. */
const usualPage = 500;
const longestPage = 5_000;

/** Answers are nobody's to keep, to guess a type of, or to show in a frame. */
const safeHeaders = [
  ['Vary', 'Origin'],
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
] as const;

/** A row of the staff list as staff need it: with the addresses of its photos, and the day on which an estimate is owed. */
function forStaffList({ cards, ...listed }: ListedSubmission, zone: Zone) {
  const { id, submission, receivedAt } = listed;
  const owed = submission.type === 'insurance-check' && submission.data.selfPay === true;
  const requested = zone.date(Date.parse(receivedAt));
  return {
    ...listed,
    ...(owed && { estimateDue: estimateDue({ requested }) }),
    ...(cards > 0 && {
      cards: Array.from({ length: cards }, (_, index) => `/api/submissions/${id}/cards/${index}`),
    }),
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Compared without telling by its duration how much of the token was right. */
const sameToken = (given: string, token: string) => timingSafeEqual(digest(given), digest(token));

/**
 * The endpoint of all forms, the times, the payers and the staff list, as one web-standard handler. It runs wherever `Request` and `Response` do;
 * `node.ts` puts it on a Node server.
 *
 * @example
 * const receive = createReceiver({ store: await sqliteStore('.data/clinic.sqlite'), clinic, origins: ['https://clinic.example'] });
 * const response = await receive(request);
 *
 * @throws when `clinic` is not a clinic file, its time zone is unknown, or an origin is not one: at start, not at the first visitor
 */
export function createReceiver(options: ReceiverOptions): (request: Request) => Promise<Response> {
  const { store, clinic, origins, staffToken } = options;
  const [mistake] = issuesOf(Clinic, clinic);
  if (mistake)
    throw new Error(`The clinic file: ${mistake.path.join('.')} is wrong (${mistake.code}).`);
  if (staffToken === '')
    throw new Error('staffToken is empty: leave it out, or give a long random one.');

  const log = logTo(options.log ?? ((line) => console.log(line)));
  const bookings = new Bookings(store, clinic);
  const zone = Zone.of(clinic.timeZone ?? 'UTC')!;
  const submit = submissions(options, bookings, log);
  const app = new Hono<{ Variables: { request: string } }>();

  app.use(async (context, next) => {
    const started = performance.now();
    const request = randomBytes(6).toString('base64url');
    context.set('request', request);
    await next();
    for (const [name, value] of safeHeaders) context.header(name, value);
    context.header('X-Request-Id', request);
    log('request', {
      request,
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      ms: Math.round(performance.now() - started),
    });
  });

  const isForStaff = ({ method, url }: Request) =>
    method !== 'POST' && new URL(url).pathname.startsWith('/api/submissions');
  app.use(cors(origins, (request) => request.method === 'OPTIONS' || !isForStaff(request)));

  app.post('/api/submissions', (context) => submit(context.req.raw));

  app.get('/api/slots', async (context) =>
    context.json(await bookings.list(new URL(context.req.url).searchParams)),
  );
  app.post('/api/slots/:id/hold', async (context) =>
    context.json(await bookings.hold(context.req.param('id'), context.req.raw), 201),
  );
  app.post('/api/slots/:id/release', async (context) => {
    await bookings.release(context.req.param('id'), context.req.raw);
    return context.body(null, 204);
  });

  const { payers } = clinic;
  if (Array.isArray(payers)) app.get('/api/payers', (context) => context.json(payers));

  app.get('/api/health', async (context) => {
    await store.ping();
    return context.json({ status: 'ok' });
  });

  if (staffToken !== undefined) {
    const forStaff = (context: Context) => {
      const [, given = ''] =
        /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
      if (!sameToken(given, staffToken)) throw new Refusal('unauthorized');
    };

    app.get('/api/submissions', async (context) => {
      forStaff(context);
      const number = (name: string) => Number(context.req.query(name)) || undefined;
      const limit = Math.min(Math.max(number('limit') ?? usualPage, 1), longestPage);
      const before = number('before');
      const page = await store.list({ limit, ...(before ? { before } : {}) });
      if (page.next !== undefined) {
        const next = `/api/submissions?limit=${limit}&before=${page.next}`;
        context.header('Link', `<${next}>; rel="next"`);
      }
      const submissions = page.submissions.map((listed) => forStaffList(listed, zone));
      return context.json({ submissions });
    });

    // Bytes that strangers have sent: never shown in a page of this origin, only handed over as a file.
    app.get('/api/submissions/:id/cards/:position{[0-9]}', async (context) => {
      forStaff(context);
      const position = Number(context.req.param('position'));
      const card = await store.card(context.req.param('id'), position);
      if (!card) throw new Refusal('not-found');
      const kind = card.mediaType.replace('image/', '').replace('jpeg', 'jpg');
      return context.body(Uint8Array.from(card.bytes), 200, {
        'Content-Type': card.mediaType,
        'Content-Disposition': `attachment; filename="card-${position}.${kind}"`,
      });
    });
  }

  app.notFound(() => new Refusal('not-found').toResponse());
  app.onError((error, context) => {
    if (error instanceof Refusal) return error.toResponse();
    log('failed', { request: context.get('request'), error: kindOf(error) });
    const broken = error instanceof StoreError;
    return new Refusal(broken ? 'unavailable' : 'internal', { retryAfter: 5 }).toResponse();
  });

  return async (request) => app.fetch(request);
}
