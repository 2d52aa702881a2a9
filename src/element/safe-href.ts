/**
 * An address that may become a link: web, mail or phone, absolute. Anything else (`javascript:`, `data:`) is undefined, and its text
 * stays text. Relative ones resolve against the page's address.
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
