import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
const isText = (type: string) => /^text\/|json|xml|javascript/.test(type);

const packers = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

/**
 * What a clinic's page may say as strictly as it likes; the widgets ask for no more than their script, their endpoint and Lit's own
 * Trusted Types policy. Kept where everybody sees it at work: on the demo.
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

/** A folder that is served under a path. `anyOrigin`: for scripts and styles that other websites load. */
export interface Folder {
  /** `/dist/`: begins and ends with a slash */
  under: string;
  folder: string;
  anyOrigin?: boolean;
}

/** The file a path means: itself, `path.html`, or the `index.html` of a folder. Never one outside, and none whose name begins with a dot. */
async function fileOf(root: string, path: string): Promise<string | undefined> {
  const names = path.split('/').filter(Boolean);
  if (names.some((name) => name.startsWith('.') || /[\0\\]/.test(name))) return undefined;
  const base = resolve(root, ...names);
  if (base !== resolve(root) && !base.startsWith(resolve(root) + sep)) return undefined;
  for (const file of [base, `${base}.html`, join(base, 'index.html')]) {
    if ((await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

/**
 * Serves files as a small web host does: clean addresses, the right types, compressed, asked for again each time (`no-cache`) so that a new build
 * shows at once.
 * @returns the answer, or undefined when no folder has such a file
 */
export function site(folders: Folder[]): (request: Request) => Promise<Response | undefined> {
  const packed = new Map<string, Promise<Buffer>>();

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    let path: string;
    try {
      path = decodeURIComponent(new URL(request.url).pathname);
    } catch {
      return undefined;
    }
    const place = folders.find(({ under }) => path.startsWith(under));
    const file = place && (await fileOf(place.folder, path.slice(place.under.length)));
    if (!file) return undefined;

    const bytes = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 20);
    const headers = new Headers({
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      ETag: `W/"${tag}"`,
      'X-Content-Type-Options': 'nosniff',
      ...(isText(type) ? { Vary: 'Accept-Encoding' } : {}),
      ...(place.anyOrigin ? { 'Access-Control-Allow-Origin': '*' } : {}),
      ...(type.startsWith('text/html') ? { 'Content-Security-Policy': policy } : {}),
    });
    if (request.headers.get('If-None-Match')?.includes(tag)) {
      return new Response(null, { status: 304, headers });
    }

    const accepted = request.headers.get('Accept-Encoding') ?? '';
    const coding = (['br', 'gzip'] as const).find((name) =>
      new RegExp(`\\b${name}\\b`).test(accepted),
    );
    if (!coding || !isText(type)) return new Response(bytes as BodyInit, { headers });
    const key = `${coding} ${tag}`;
    const small = packed.get(key) ?? packers[coding](bytes);
    packed.set(key, small);
    headers.set('Content-Encoding', coding);
    return new Response((await small) as BodyInit, { headers });
  };
}
