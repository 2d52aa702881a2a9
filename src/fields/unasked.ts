import type { Field } from '../form/index.js';

/** A key of the contract that this form never asks and never sends. Saying so is what the compiler insists on. */
export const unasked = (): Field<never> => ({ read: () => undefined });
