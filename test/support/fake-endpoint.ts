/**
 * Answers requests inside the page. The library takes the page's `fetch` when it is loaded: import this before any of it.
 */
export interface Answer {
  status?: number;
  /** An object goes out as JSON, a string as it is */
  body?: unknown;
  type?: string;
}

/** What an address answers: something, `down` no network at all, `never` nothing until given up, or a promise of these. */
export type Reply = Answer | 'down' | 'never' | Promise<Answer | 'down'>;

export interface Sent {
  method: string;
  url: string;
  type: string;
  body: string;
  init: RequestInit;
}

export interface FakeEndpoint {
  url: string;
  /** All requests so far, oldest first */
  requests: Sent[];
  /** The JSON of a request, the last one by default */
  json(at?: number): Record<string, unknown> & { id: string; data: Record<string, unknown> };
}

const routes = new Map<string, (request: Request, init: RequestInit) => Promise<Response>>();
const real = window.fetch.bind(window);

window.fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
  const request = new Request(input, init);
  const route = routes.get(request.url.replace(/[?#].*/, ''));
  return route ? route(request, init) : real(input, init);
};

const textOf = async (body: RequestInit['body']): Promise<string> =>
  typeof body === 'string' ? body : new Response(body ?? '').text();

let count = 0;

/**
 * An address of its own that answers with each reply in turn, then with the last again.
 * @param name the end of the address, where it matters
 */
export function fakeEndpoint(replies: Reply | Reply[] = {}, name = ''): FakeEndpoint {
  const url = `${location.origin}/fake/${++count}/${name}`;
  const list = Array.isArray(replies) ? replies : [replies];
  const requests: Sent[] = [];
  routes.set(url, async (request, init) => {
    const reply = list[Math.min(requests.length, list.length - 1)];
    requests.push({
      method: request.method,
      url: request.url,
      type: request.headers.get('content-type') ?? '',
      body: await textOf(init.body),
      init,
    });
    if (reply === 'never')
      return new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
      );
    const answer = await reply;
    if (answer === 'down') throw new TypeError('no network');
    const { status = 200, body = { reference: 'R-1', status: 'received' }, type } = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(status === 204 ? null : text, {
      status,
      headers: { 'content-type': type ?? 'application/json' },
    });
  });
  return {
    url,
    requests,
    json: (at = requests.length - 1) => JSON.parse(requests[at].body) as never,
  };
}

/** An address that gives JSON: a clinic file, a list of insurers. */
export const serve = (body: unknown, name = ''): string => fakeEndpoint({ body }, name).url;
