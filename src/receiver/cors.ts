import type { MiddlewareHandler } from 'hono';
import { Refusal } from './problems.js';

/**
 * Allows the origins in the list (exact match) and the receiver's own. A request without `Origin`
 * does not come from another website and is allowed. `null` (a sandboxed frame, a file) is
 * rejected.
 *
 * @param exposed false for routes that no other origin can read
 * @throws if an entry is not an origin, for example has a path: it would never match
 */
export function cors(origins: string[], exposed: (request: Request) => boolean): MiddlewareHandler {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(
        `origins: ${JSON.stringify(origin)} is not an origin. Use the scheme and host only, as in "https://clinic.example".`,
      );
    }
  }

  return async (context, next) => {
    const origin = context.req.header('Origin');
    if (origin === undefined) return next();
    const own = new URL(context.req.url).origin;
    if (origin !== own && !origins.includes(origin)) throw new Refusal('origin-not-allowed');
    const isPreflight = context.req.method === 'OPTIONS';
    if (isPreflight) context.res = new Response(null, { status: 204 });
    else await next();
    if (!exposed(context.req.raw)) return;
    context.header('Access-Control-Allow-Origin', origin);
    context.header('Access-Control-Expose-Headers', 'Retry-After');
    if (!isPreflight) return;
    context.header('Access-Control-Allow-Methods', 'GET, POST');
    context.header('Access-Control-Allow-Headers', 'Content-Type');
    context.header('Access-Control-Max-Age', '600');
  };
}
