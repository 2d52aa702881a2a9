import { id } from './values.js';
import { z } from './z.js';

/**
 * "Was this helpful?": the id of the answer, and yes or no. It has no other fields, so nothing else
 * can leak.
 */
export const FaqFeedback = z.strictObject({ entry: id, helpful: z.boolean() });
export type FaqFeedback = z.infer<typeof FaqFeedback>;
