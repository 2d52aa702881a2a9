/*
 * Captures built-ins early, because pages remove or replace them. This module is part of every
 * form; the code that uses it is loaded later.
 */

/**
 * Pages remove or replace the global `Promise`; the one used by `async` functions cannot be
 * replaced.
 */
export const NativePromise = (async () => {})().constructor as PromiseConstructor;

/**
 * Captured on load: code that patches `fetch` later does not see what visitors send. Bound, because
 * `fetch` must be called on its window.
 */
export const nativeFetch = globalThis.fetch?.bind(globalThis) as typeof fetch | undefined;
