/** `application/x-www-form-urlencoded`: what every form handler since 1995 can read, and no preflight for another origin. */
export const urlencode = (pairs: [name: string, value: string][]): string =>
  new URLSearchParams(pairs).toString();
