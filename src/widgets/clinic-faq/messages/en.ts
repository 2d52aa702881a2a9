/** Words of the toolbar. Each part that is fetched later brings its own. */
export const en = {
  'search.label': 'Search the questions',
  'open-all': 'Open all',
  'close-all': 'Close all',
};
