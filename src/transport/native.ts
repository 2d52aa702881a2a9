/* What pages take away or replace, taken first: this module comes with every form, the parts that use it may come later. */

/** Pages remove or replace the global `Promise`; the one behind `async` cannot be taken away. */
export const NativePromise = (async () => {})().constructor as PromiseConstructor;

/** Taken while loading: what patches `fetch` later does not see what a visitor sends. Bound, because a bare call needs its window. */
export const nativeFetch = globalThis.fetch?.bind(globalThis) as typeof fetch | undefined;
