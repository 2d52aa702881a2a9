import { Zone } from './zone.js';

export interface Free {
  id: string;
  start: string;
  end: string;
  [key: string]: unknown;
}

const minute = 60_000;

const newYork = Zone.of('America/New_York')!;

/** A day some days ahead in New York: `YYYY-MM-DD`. */
export const dayAhead = (days: number) =>
  new Date(newYork.wall(Date.now()) + days * 1440 * minute).toISOString().slice(0, 10);

/** A free time at `hh:mm` in New York, in summer as in winter. */
export const free = (id: string, days: number, time: string, more: object = {}): Free => {
  const wall = Date.parse(`${dayAhead(days)}T${time}:00Z`);
  const at = wall - newYork.offset(wall + 300 * minute);
  return { id, start: newYork.text(at), end: newYork.text(at + 30 * minute), ...more };
};

/** A clinic's slots address that lives in the page: a list, holds and releases, and what was asked of it, in order. */
export interface SlotServer {
  url: string;
  fetch: typeof fetch;
  /** `GET ?…`, `hold a`, `extend a h1`, `release a h1`, `POST` */
  log: string[];
  /** The same without what was only asked for */
  readonly writes: string[];
  slots: Free[];
  /** Answers in the place of the list, or never */
  list?: () => Response | Promise<Response>;
  /** Answers in the place of a hold */
  hold?: (id: string, hold?: string) => Response | Promise<Response> | undefined;
  /** Answers a submission */
  post: () => Response;
  sent: { data: Record<string, unknown> }[];
}

export const json = (status: number, body: unknown) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

export function slotServer(slots: Free[] = []): SlotServer {
  const url = `${location.origin}/fake-slots`;
  let holds = 0;
  const server: SlotServer = {
    url,
    slots,
    log: [],
    sent: [],
    get writes() {
      return this.log.filter((line) => !line.startsWith('GET'));
    },
    post: () => json(201, { reference: 'B-1', status: 'confirmed' }),
    fetch: (async (input: string, init: RequestInit = {}) => {
      const to = new URL(input, location.href);
      const [, id, route] = /fake-slots\/([^/]+)\/(hold|release)$/.exec(to.pathname) ?? [];
      // At once where it can be: what is asked while a page goes must not wait.
      const body = typeof init.body === 'string' ? init.body : await new Response(init.body).text();
      if (route) {
        const { hold } = (body ? JSON.parse(body) : {}) as { hold?: string };
        server.log.push(
          [route === 'hold' && hold ? 'extend' : route, id, hold ?? ''].join(' ').trim(),
        );
        if (route === 'release') return json(204, {});
        const own = await server.hold?.(id, hold);
        const until = new Date(Date.now() + 5 * minute).toISOString();
        return own ?? json(201, { hold: hold ?? `h${++holds}`, until });
      }
      if (init.method === 'POST') {
        server.log.push('POST');
        server.sent.push(JSON.parse(body) as never);
        return server.post();
      }
      server.log.push(`GET ${to.search}`);
      return server.list?.() ?? json(200, { timeZone: 'America/New_York', slots: server.slots });
    }) as typeof fetch,
  };
  return server;
}
