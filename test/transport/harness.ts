import type { Submission } from '../../src/contract/index.js';
import type { Clock } from '../../src/transport/index.js';

/** What sending reads of a page, where there is none. */
const page = { location: { href: 'https://clinic.example/' }, navigator: {}, document: {} };
for (const [name, value] of Object.entries(page))
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });

const macrotask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Time that passes only when everything else has come to rest, so that no test waits and no test races. */
export class VirtualClock implements Clock {
  #now = 0;
  #timers = new Set<{ at: number; done: () => void }>();

  now = () => this.#now;

  wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = {
        at: this.#now + ms,
        done: () => {
          this.#timers.delete(timer);
          resolve();
        },
      };
      this.#timers.add(timer);
      signal?.addEventListener('abort', timer.done, { once: true });
    });

  /** Lets time pass until `work` has settled. */
  async run<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => (settled = true);
    work.then(settle, settle);
    while (!settled) {
      for (let quiet = 0; quiet < 4 && !settled; quiet++) await macrotask();
      const [first] = [...this.#timers].sort((a, b) => a.at - b.at);
      if (settled || !first) continue;
      this.#now = Math.max(this.#now, first.at);
      first.done();
    }
    return work;
  }
}

/** A repeatable source of chance (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bodies are streams of our own: reading them needs no task of the browser, so that virtual time cannot overtake it. */
const stream = (text: string) =>
  new ReadableStream({
    start(controller) {
      if (text) controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

export const answer = (status: number, body: unknown = '', headers: HeadersInit = {}) =>
  new Response(
    [204, 205, 304].includes(status)
      ? null
      : stream(typeof body === 'string' ? body : JSON.stringify(body)),
    {
      status,
      headers: {
        'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
        ...headers,
      },
    },
  );

/** An answer whose connection breaks while it is read. */
export const broken = (status: number, begin: string) =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(begin));
        controller.error(new TypeError('network error'));
      },
    }),
    { status },
  );

export const accepted = () => answer(201, { reference: 'R-1', status: 'received' });

export interface Call {
  url: string;
  init: RequestInit;
}

type Step = Response | 'network' | 'silence';

/** A fetch that answers by a script, the last step for ever; `calls` holds what it was asked. */
export function scripted(...steps: (Step | (() => Step | Promise<Step>))[]) {
  const calls: Call[] = [];
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    const step = steps[Math.min(calls.length, steps.length - 1)];
    calls.push({ url: url as string, init });
    const result = typeof step === 'function' ? await step() : step;
    if (result === 'network') throw new TypeError('Failed to fetch');
    if (result === 'silence') return new Promise<Response>(() => {});
    return typeof step === 'function' ? result : result.clone();
  };
  return { fetch: fetch, calls };
}

export const submission = {
  id: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b99',
  type: 'appointment',
  version: 1,
  sentAt: '2026-11-23T14:00:00.000Z',
  locale: 'en',
  timeZone: undefined,
  origin: 'https://clinic.example',
  replaces: '5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b98',
  utm: { source: 'mail' },
  data: {
    forWhom: 'other',
    givenName: 'Siobhán "S" 李 & =+%',
    familyName: "O'Connor",
    phone: '(555) 010-0123',
    guardian: {
      givenName: 'Ana',
      familyName: 'Roe',
      phone: '555 010 0199',
      relationship: 'mother',
    },
    newPatient: true,
    preferences: [
      { day: '2026-12-01', time: 'morning' },
      { day: '2026-12-02', time: 'any' },
    ],
    access: { needs: ['ramp', 'quiet'] },
    reason: 'Line one\nline two',
  },
  consents: [
    { id: 'privacy', granted: true, text: 'I have read it.', locale: 'en' },
    { id: 'sms', granted: false, text: 'Text me.', locale: 'en' },
  ],
} satisfies Submission;

/** Sets `navigator.onLine` for one test. */
export async function whileOffline(work: () => Promise<void>) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  try {
    await work();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}
