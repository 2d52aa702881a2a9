/** What stands for the insurer of somebody who pays without one: no name of any, and no words of one language. */
export const noPayer = 'none';
