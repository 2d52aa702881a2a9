import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Clinic } from '../contract/index.js';
import { eligibilityFrom } from './eligibility/from-environment.js';
import { createReceiver } from './receiver.js';
import type { ReceiverOptions } from './options.js';
import { closeSlowRequests, uploadTimeout } from './slow-requests.js';
import { postgresStore } from './stores/postgres.js';
import { sqliteStore } from './stores/sqlite.js';

/**
 * Timeouts in ms for slow or silent clients. Node's defaults allow minutes and check every 30 s
 * only; the check interval can be set only when the server is created.
 */
const defaultTimeouts = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
} satisfies ServerOptions;

const maxConnections = 512;
const maxHeadersCount = 50;

/** Options of `serve`, in addition to those of `createReceiver`. */
export interface ServeOptions extends Partial<Omit<ReceiverOptions, 'store' | 'clinic'>> {
  /** The clinic file, parsed: `await readClinic('clinic.json')` */
  clinic: Clinic;
  /** Default: 5173; 0 takes any free port */
  port?: number | undefined;
  /** The address to listen on. Default: loopback only */
  host?: string | undefined;
  /**
   * Handles all other requests (outside `/api/…`), such as those for a clinic's pages. Default: 404
   */
  site?: (request: Request) => Response | Promise<Response>;
  /** Folder of the SQLite file if there is no `databaseUrl`. Default: `.data` */
  dataFolder?: string | undefined;
  /** `postgres://…` */
  databaseUrl?: string | undefined;
  /** Shorter timeouts, for tests */
  timeouts?: Partial<typeof defaultTimeouts>;
}

export interface Served {
  /** `http://localhost:5173` */
  url: string;
  /** Closes open requests, then the database. */
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

/**
 * Reads a clinic file.
 *
 * @param payersFile the payer list, in place of its URL: the receiver then serves the list at
 * `/api/payers`
 * @throws if a file cannot be read or is not JSON
 */
export async function readClinic(clinicFile: string, payersFile?: string): Promise<Clinic> {
  const { payers, ...clinic } = (await readJson(clinicFile)) as Clinic;
  if (payersFile)
    return { ...clinic, payers: (await readJson(payersFile)) as NonNullable<Clinic['payers']> };
  return Array.isArray(payers) ? { ...clinic, payers } : clinic;
}

/**
 * Runs the receiver on a Node server, with its database.
 *
 * @throws if the port is in use, the database cannot be opened or the clinic file is invalid
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { dataFolder = '.data', databaseUrl, timeouts, limits } = options;
  const { site = () => new Response('There is no such page.', { status: 404 }) } = options;
  const store = await (databaseUrl
    ? postgresStore(databaseUrl)
    : sqliteStore(join(dataFolder, 'clinic.sqlite')));

  const addresses = new WeakMap<Request, string>();
  const client = (request: Request) => addresses.get(request) ?? '';
  const receive = createReceiver({
    origins: [],
    ...options,
    store,
    ...(limits ? { limits: { client, ...limits } } : {}),
  });

  const answer = (request: Request, { incoming }: HttpBindings) => {
    addresses.set(request, incoming.socket.remoteAddress ?? '');
    const isForReceiver = new URL(request.url).pathname.startsWith('/api/');
    return isForReceiver ? receive(request) : site(request);
  };
  const listener = getRequestListener((request, env) => answer(request, env as HttpBindings));
  const allTimeouts = { ...defaultTimeouts, ...timeouts };
  const { requestTimeout, connectionsCheckingInterval: checkingInterval } = allTimeouts;
  const slowRequests = closeSlowRequests({ requestTimeout, checkingInterval });
  const longest = Math.max(uploadTimeout, requestTimeout);
  const server = createServer({ ...allTimeouts, requestTimeout: longest }, (incoming, outgoing) => {
    slowRequests.watch(incoming);
    void listener(incoming, outgoing);
  });
  server.maxConnections = maxConnections;
  server.maxHeadersCount = maxHeadersCount;

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
      const deadline = setTimeout(() => server.closeAllConnections(), 5_000);
      await closed;
      clearTimeout(deadline);
      slowRequests.stop();
      await store.close();
    },
  };
}

/**
 * Options from the environment: `PORT`, `HOST`, `DATA_DIR`, `DATABASE_URL`, `STAFF_TOKEN`,
 * `ORIGINS` and the four of `ELIGIBILITY`. No other code reads these variables.
 *
 * @throws if a variable is invalid; the error names it
 */
export async function optionsFromEnvironment() {
  const { PORT, HOST, DATA_DIR, STAFF_TOKEN, DATABASE_URL, ORIGINS } = process.env;
  const { ELIGIBILITY, ELIGIBILITY_URL, ELIGIBILITY_AUTHORIZATION, ELIGIBILITY_SETTINGS } =
    process.env;
  const port = Number(PORT || 5173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${PORT} is not a port. Use a number from 1 to 65535, as in PORT=5173.`);
  }
  const eligibility = eligibilityFrom({
    kind: ELIGIBILITY,
    url: ELIGIBILITY_URL,
    authorization: ELIGIBILITY_AUTHORIZATION,
    settings: ELIGIBILITY_SETTINGS ? await readJson(ELIGIBILITY_SETTINGS) : undefined,
  });
  return {
    port,
    host: HOST || undefined,
    dataFolder: DATA_DIR || undefined,
    databaseUrl: DATABASE_URL || undefined,
    origins: (ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    ...(STAFF_TOKEN && { staffToken: STAFF_TOKEN }),
    ...(eligibility && { eligibility }),
  } satisfies Partial<ServeOptions>;
}

/**
 * Runs a server as a program: prints its message and ends on SIGTERM and SIGINT. If it cannot
 * start, prints the reason in one sentence.
 *
 * @param start starts the server and returns it with the message to print
 */
export async function runServer(
  start: () => Promise<{ server: Served; message: string }>,
): Promise<void> {
  try {
    const { server, message } = await start();
    console.log(message);
    let closing = false;
    const stop = () => {
      if (closing) return;
      closing = true;
      void server.close().then(() => process.exit(0));
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    console.error(
      code === 'EADDRINUSE'
        ? 'Another program is using this port. Choose a different one, such as PORT=5174.'
        : `The server could not start: ${message}`,
    );
    process.exit(1);
  }
}

/** Whether a module is the main program of the Node process. */
export const isProgram = (moduleUrl: string): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);

if (isProgram(import.meta.url)) {
  void runServer(async () => {
    const { CLINIC_FILE, PAYERS_FILE } = process.env;
    const clinic = await readClinic(CLINIC_FILE || 'clinic.json', PAYERS_FILE || undefined);
    const options = await optionsFromEnvironment();
    const server = await serve({ ...options, clinic });
    const list = options.staffToken
      ? `To see what was sent:
  curl -H "Authorization: Bearer $STAFF_TOKEN" ${server.url}/api/submissions`
      : 'Set STAFF_TOKEN to read what is sent.';
    return { server, message: `The receiver is at ${server.url}/api/\n${list}` };
  });
}
