/** The vocabulary of the tests. Import it first: roots and requests must be watched before a widget is loaded. */
export * from './roots.js';
export * from './fake-endpoint.js';
export * from './mount.js';
export * from './fill.js';
export * from './submit.js';
export * from './press.js';
export * from './hear.js';
export * from './clock.js';
export { take } from './handover.js';
