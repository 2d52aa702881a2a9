/** What stands for the insurer of somebody who does not know theirs: no name of any, and no words of one language. */
export const unknownPayer = 'unknown';
