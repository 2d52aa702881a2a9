/** Messages of the toolbar. Lazily loaded parts have their own. */
export const en = {
  'search.label': 'Search the questions',
  'open-all': 'Open all',
  'close-all': 'Close all',
};
