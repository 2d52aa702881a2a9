/** What every story is held to: WCAG 2.2 AA and what experience adds. */
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
