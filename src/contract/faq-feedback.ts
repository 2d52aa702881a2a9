import { id } from './values.js';
import { z } from './z.js';

/** "Was this helpful?": which answer, and yes or no. Nothing else is asked, so nothing else can leak. */
export const FaqFeedback = z.strictObject({ entry: id, helpful: z.boolean() });
export type FaqFeedback = z.infer<typeof FaqFeedback>;
