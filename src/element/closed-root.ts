import { pageSettings } from '../config/index.js';

/**
 * Attaches the shadow root of a widget or of a part of one: closed, so that scripts of the page cannot read what a visitor types.
 * `data-inspect` on the script opens it at run time, for audits.
 */
export const attachRoot = (host: Element, options: ShadowRootInit): ShadowRoot =>
  host.attachShadow({ ...options, ...(pageSettings().inspect && { mode: 'open' as const }) });
