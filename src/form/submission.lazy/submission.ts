/**
 * What a form needs once someone fills it in: it seals the answers, sends them, and clears what was left alone. Loaded at the first focus, so
 * that a page shows its forms without this weight.
 */
export { FilledForm } from './filled-form.js';
