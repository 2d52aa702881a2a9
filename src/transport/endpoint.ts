/**
 * Whether answers may be sent to `value`: `https:`, the page's own origin, or loopback. A relative
 * URL is resolved against the page's address, never against `<base>`, which any editor of the page
 * can set.
 */
export function checkEndpoint(
  value: string,
): { url: string } | { error: 'scheme' | 'credentials' | 'syntax' } {
  if (!value.trim() || !URL.canParse(value, location.href)) return { error: 'syntax' };
  const url = new URL(value, location.href);
  const near =
    url.origin === location.origin ||
    /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && near)) return { error: 'scheme' };
  if (url.username || url.password) return { error: 'credentials' };
  url.hash = '';
  return { url: url.href };
}
