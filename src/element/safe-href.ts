/**
 * The absolute URL of a safe link: `https:`, `http:`, `mailto:`, `tel:` or `sms:`. Undefined for
 * anything else (`javascript:`, `data:`), which must be shown as text. A relative URL is resolved
 * against the page's.
 */
export function safeHref(value: string | undefined): string | undefined {
  if (!value) return undefined;
  try {
    const url = new URL(value, location.href);
    return ['https:', 'http:', 'mailto:', 'tel:', 'sms:'].includes(url.protocol)
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** `+1 (555) 010-0100` → `tel:+15550100100` (RFC 3966). */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
