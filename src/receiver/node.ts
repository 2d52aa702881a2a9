import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Clinic } from '../contract/index.js';
import { demoEligibility, demoMemberIds } from './eligibility/demo.js';
import { eligibilityFrom } from './eligibility/from-environment.js';
import { createReceiver } from './receiver.js';
import type { ReceiverOptions } from './options.js';
import { site } from './site.js';
import { postgresStore } from './stores/postgres.js';
import { sqliteStore } from './stores/sqlite.js';

/**
 * How long a slow or silent client is waited for. Node's own defaults keep one for minutes, and look every 30 s only;
 * set after the server is made they would still be looked at every 30 s.
 */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
} satisfies ServerOptions;

/**
 * Photos may take longer than a text: two minutes, as long as they keep coming. After the time that every request has, and each time it has
 * passed once more, so many bytes must have arrived: a bad mobile line (16 kbit/s) brings them, a client that only holds the place does not.
 */
const uploadTimeout = 120_000;
const slowestUpload = 2_048;

/**
 * Lets go of requests whose bodies do not come. Node itself knows one time for all bodies; here each kind has its own.
 * @returns how to tell of a request, and how to end
 */
function guard({ requestTimeout, connectionsCheckingInterval }: typeof patience) {
  const open = new Map<IncomingMessage, { since: number; bytes: number }>();
  const look = () => {
    const now = Date.now();
    for (const [incoming, seen] of open) {
      const { socket, complete, headers } = incoming;
      const elapsed = now - seen.since;
      if (complete || elapsed < requestTimeout) continue;
      const photos = /^multipart\/form-data/i.test(headers['content-type'] ?? '');
      const arrived = socket.bytesRead - seen.bytes;
      if (!photos || arrived < (slowestUpload * elapsed) / 1_000) socket.destroy();
      open.set(incoming, { since: now, bytes: socket.bytesRead });
    }
  };
  const timer = setInterval(look, connectionsCheckingInterval).unref();
  return {
    watch(incoming: IncomingMessage) {
      open.set(incoming, { since: Date.now(), bytes: incoming.socket.bytesRead });
      incoming.once('close', () => open.delete(incoming));
    },
    end: () => clearInterval(timer),
  };
}
const mostConnections = 512;
const mostHeaders = 50;

/** What `serve` needs; everything else of `createReceiver` may be given too. */
export interface ServeOptions extends Partial<Omit<ReceiverOptions, 'store' | 'clinic'>> {
  /** 0 takes any free port */
  port?: number;
  /** The address to listen on; by default only this computer may connect */
  host?: string;
  /** The folder of the demo site, with `clinic.json` and, if the clinic has one, `payers.json` */
  siteFolder: string;
  /** The built widgets, served at `/dist/` */
  distFolder: string;
  /** Where the SQLite file goes when there is no `databaseUrl` */
  dataFolder?: string;
  /** `postgres://…` */
  databaseUrl?: string | undefined;
  /** Shorter waits, for tests */
  timeouts?: Partial<typeof patience>;
}

export interface Served {
  /** `http://localhost:5173` */
  url: string;
  /** Ends open requests, then the database. */
  close: () => Promise<void>;
}

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
};

/** The clinic file of a site, with the list of payers in place of its address: the receiver answers with the list. */
async function clinicOf(folder: string): Promise<Clinic> {
  const { payers: _address, ...clinic } = (await readJson(join(folder, 'clinic.json'))) as Clinic;
  const payers = await readJson(join(folder, 'payers.json')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  return payers === undefined
    ? clinic
    : { ...clinic, payers: payers as NonNullable<Clinic['payers']> };
}

/**
 * A clinic's whole website on one port: its pages, the built widgets and the receiver.
 * @throws when the port is taken, the database cannot be opened or the clinic file is wrong
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { siteFolder, distFolder, dataFolder = '.data', databaseUrl, timeouts, limits } = options;
  const clinic = await clinicOf(siteFolder);
  const store = await (databaseUrl
    ? postgresStore(databaseUrl)
    : sqliteStore(join(dataFolder, 'clinic.sqlite')));

  const addresses = new WeakMap<Request, string>();
  const client = (request: Request) => addresses.get(request) ?? '';
  const receive = createReceiver({
    origins: [],
    ...options,
    store,
    clinic,
    ...(limits ? { limits: { client, ...limits } } : {}),
  });
  const files = site([
    { under: '/dist/', folder: distFolder, anyOrigin: true },
    { under: '/', folder: siteFolder },
  ]);

  const answer = async (request: Request, { incoming }: HttpBindings): Promise<Response> => {
    addresses.set(request, incoming.socket.remoteAddress ?? '');
    const forReceiver = new URL(request.url).pathname.startsWith('/api/');
    return (
      (forReceiver ? await receive(request) : await files(request)) ??
      new Response('There is no such page.', { status: 404 })
    );
  };
  const listener = getRequestListener((request, env) => answer(request, env as HttpBindings));
  const waits = { ...patience, ...timeouts };
  const patient = guard(waits);
  const longest = Math.max(uploadTimeout, waits.requestTimeout);
  const server = createServer({ ...waits, requestTimeout: longest }, (incoming, outgoing) => {
    patient.watch(incoming);
    void listener(incoming, outgoing);
  });
  server.maxConnections = mostConnections;
  server.maxHeadersCount = mostHeaders;

  const { port = 5173, host = '127.0.0.1' } = options;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    await store.close();
    throw error;
  }

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
      await closed;
      clearTimeout(impatient);
      patient.end();
      await store.close();
    },
  };
}

/** The environment, read here and nowhere else. */
async function main(): Promise<void> {
  const { PORT, HOST, DATA_DIR, STAFF_TOKEN, DATABASE_URL, ORIGINS } = process.env;
  const { ELIGIBILITY, ELIGIBILITY_URL, ELIGIBILITY_AUTHORIZATION, ELIGIBILITY_SETTINGS } =
    process.env;
  const eligibility = eligibilityFrom({
    kind: ELIGIBILITY,
    url: ELIGIBILITY_URL,
    authorization: ELIGIBILITY_AUTHORIZATION,
    settings: ELIGIBILITY_SETTINGS ? await readJson(ELIGIBILITY_SETTINGS) : undefined,
  });
  const port = Number(PORT || 5173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${PORT} is not a port. Give a number from 1 to 65535, as in PORT=5173.`);
  }
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const staffToken = STAFF_TOKEN || randomBytes(24).toString('base64url');
  const { url, close } = await serve({
    port,
    host: HOST || '127.0.0.1',
    siteFolder: join(root, 'stories/clinic-site'),
    distFolder: join(root, 'dist'),
    dataFolder: DATA_DIR || join(root, '.data'),
    databaseUrl: DATABASE_URL,
    staffToken,
    eligibility: eligibility ?? demoEligibility,
    origins: (ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  });

  const shown = STAFF_TOKEN
    ? '"Authorization: Bearer $STAFF_TOKEN"'
    : `"Authorization: Bearer ${staffToken}"`;
  console.log(`
The clinic's page is at ${url}

Try:
  ${url}/      ask a question, sign up, request an appointment, check an insurance
  ${url}/es    the same in Spanish
  ${url}/api/slots   the free times
${
  eligibility
    ? ''
    : `
Insurers are pretended here. Member ids that get an answer:
  ${demoMemberIds.slice(0, 6).join(', ')},
  ${demoMemberIds.slice(6).join(', ')}
`
}
What was sent:
  curl -H ${shown} ${url}/api/submissions
`);

  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    void close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(
      taken
        ? 'This port is taken by another program. Choose another one: PORT=5174 npm start'
        : `The server could not start: ${error.message}`,
    );
    process.exit(1);
  });
}
