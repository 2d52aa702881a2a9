import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import { Clinic, estimateDue, issuesOf } from '../contract/index.js';
import { Zone } from '../time/zone.js';
import { Bookings } from './bookings.js';
import { cors } from './cors.js';
import { createLog, errorKind, type ReceiverOptions } from './options.js';
import { Refusal } from './problems.js';
import { StoreError, type ListedSubmission } from './store.js';
import { submissions } from './submissions.js';

/** Default and maximum page size of the staff list. */
const defaultPageSize = 500;
const maxPageSize = 5_000;

/** Prevents caching, MIME sniffing, framing and referrers. */
const safeHeaders = [
  ['Vary', 'Origin'],
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
] as const;

/** A row of the staff list, with the URLs of its photos and the date an estimate is due. */
function toStaffRow({ cards, ...listed }: ListedSubmission, zone: Zone) {
  const { id, submission, receivedAt } = listed;
  const owesEstimate = submission.type === 'insurance-check' && submission.data.selfPay === true;
  const requested = zone.date(Date.parse(receivedAt));
  return {
    ...listed,
    ...(owesEstimate && { estimateDue: estimateDue({ requested }) }),
    ...(cards > 0 && {
      cards: Array.from({ length: cards }, (_, index) => `/api/submissions/${id}/cards/${index}`),
    }),
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Compares in constant time, to reveal nothing about the token through timing. */
const sameToken = (given: string, token: string) => timingSafeEqual(digest(given), digest(token));

/**
 * The endpoint of all forms, the available times, the payers and the staff list, as one web-standard handler of `Request` and `Response`.
 * `node.ts` runs it on a Node server.
 *
 * @example
 * const receive = createReceiver({ store: await sqliteStore('.data/clinic.sqlite'), clinic, origins: ['https://clinic.example'] });
 * const response = await receive(request);
 *
 * @throws when `clinic` is not a clinic file, its time zone is unknown, or an entry of `origins` is not an origin: at start, not at the first request
 */
export function createReceiver(options: ReceiverOptions): (request: Request) => Promise<Response> {
  const { store, clinic, origins, staffToken } = options;
  const [issue] = issuesOf(Clinic, clinic);
  if (issue)
    throw new Error(`The clinic file: ${issue.path.join('.')} is not valid (${issue.code}).`);
  if (staffToken === '')
    throw new Error('staffToken is empty. Leave it out, or use a long random one.');

  const log = createLog(options.log ?? ((line) => console.log(line)));
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

  const isStaffRequest = ({ method, url }: Request) =>
    method !== 'POST' && new URL(url).pathname.startsWith('/api/submissions');
  app.use(cors(origins, (request) => request.method === 'OPTIONS' || !isStaffRequest(request)));

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
    const requireStaffToken = (context: Context) => {
      const [, given = ''] =
        /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
      if (!sameToken(given, staffToken)) throw new Refusal('unauthorized');
    };

    app.get('/api/submissions', async (context) => {
      requireStaffToken(context);
      const numberOf = (name: string) => Number(context.req.query(name)) || undefined;
      const limit = Math.min(Math.max(numberOf('limit') ?? defaultPageSize, 1), maxPageSize);
      const before = numberOf('before');
      const page = await store.list({ limit, ...(before ? { before } : {}) });
      if (page.next !== undefined) {
        const next = `/api/submissions?limit=${limit}&before=${page.next}`;
        context.header('Link', `<${next}>; rel="next"`);
      }
      const submissions = page.submissions.map((listed) => toStaffRow(listed, zone));
      return context.json({ submissions });
    });

    // Untrusted files: never shown on a page of this origin, only offered as a download.
    app.get('/api/submissions/:id/cards/:position{[0-9]}', async (context) => {
      requireStaffToken(context);
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
    log('failed', { request: context.get('request'), error: errorKind(error) });
    const isStoreError = error instanceof StoreError;
    return new Refusal(isStoreError ? 'unavailable' : 'internal', { retryAfter: 5 }).toResponse();
  });

  return async (request) => app.fetch(request);
}
