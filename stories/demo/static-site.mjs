import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/**
 * A Content Security Policy as strict as a clinic may want: the widgets need their script, their endpoint and Lit's own Trusted Types policy.
 * The demo pages send it, so that everybody sees the widgets work under it.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/**
 * Serves the demo's pages and the built widgets as a small web host does: addresses without `.html`, compressed, and checked for changes
 * each time (`no-cache`), so that a new build shows at once. Scripts and styles under `/dist/` may be loaded by any website.
 * @param {{ siteFolder: string, distFolder: string }} folders
 * @returns {(request: Request) => Response | Promise<Response>}
 */
export function staticSite({ siteFolder, distFolder }) {
  const app = new Hono();
  app.use(compress());
  app.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] }));
  app.use(async (context, next) => {
    // `serveStatic` would also serve files whose names begin with a dot.
    if (context.req.path.includes('/.')) return context.notFound();
    await next();
    if (context.res.status !== 200) return;
    context.header('Cache-Control', 'no-cache');
    context.header('X-Content-Type-Options', 'nosniff');
    if (context.req.path.startsWith('/dist/')) context.header('Access-Control-Allow-Origin', '*');
    if (context.res.headers.get('Content-Type')?.startsWith('text/html'))
      context.header('Content-Security-Policy', policy);
  });
  const withoutDist = (path) => path.slice('/dist'.length);
  app.use('/dist/*', serveStatic({ root: distFolder, rewriteRequestPath: withoutDist }));
  app.use(serveStatic({ root: siteFolder }));
  app.use(serveStatic({ root: siteFolder, rewriteRequestPath: (path) => `${path}.html` }));
  app.notFound((context) => context.text('There is no such page.', 404));
  return (request) => app.fetch(request);
}
