export const tags: string[];
