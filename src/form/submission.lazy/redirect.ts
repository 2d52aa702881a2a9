import { isAllowedAddress, reportConfigError } from '../../config/index.js';

/** The address to redirect to after acceptance; undefined if it is not set or not safe. */
export function redirectTarget(address: string | undefined): string | undefined {
  if (!address) return undefined;
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    (url.origin === location.origin || isAllowedAddress(url.href))
  )
    return url.href;
  reportConfigError(
    `redirect="${address}" was ignored: use a URL on this site, or add its prefix to data-allow on the script tag`,
  );
  return undefined;
}
