export { ClinicElement, type Stage } from './clinic-element.js';
export { attachRoot } from './closed-root.js';
export { markFallbacks } from './fallbacks.js';
export { alias, define } from './define.js';
export { safeHref, telHref } from './safe-href.js';
