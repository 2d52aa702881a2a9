/**
 * Seals the answers of a form, sends them, and clears abandoned ones. Loaded when a visitor first
 * focuses the form, to keep the initial bundle small.
 */
export { FilledForm } from './filled-form.js';
