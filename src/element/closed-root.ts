import { pageSettings } from '../config/index.js';

/**
 * Attaches the shadow root of a widget or of an element inside one: closed, so that the page's scripts can't read what a visitor types.
 * With `data-inspect` on the script tag it is open, for audits.
 */
export const attachRoot = (host: Element, options: ShadowRootInit): ShadowRoot =>
  host.attachShadow({ ...options, ...(pageSettings().inspect && { mode: 'open' as const }) });
