/** axe rule sets that every story must pass: WCAG 2.2 AA and best practices. */
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
