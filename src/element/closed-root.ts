import { pageSettings } from '../config/index.js';

/**
 * Attaches the shadow root of a widget or of an element inside one. It is closed, so that page
 * scripts can't read what a visitor types. With `data-inspect` on the script tag it is open, for
 * audit tools.
 */
export const attachRoot = (host: Element, options: ShadowRootInit): ShadowRoot =>
  host.attachShadow({ ...options, ...(pageSettings().inspect && { mode: 'open' as const }) });
