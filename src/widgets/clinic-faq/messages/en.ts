/** Words of the first render. `later` holds the rest. */
export const en = {
  'search.label': 'Search the questions',
  'open-all': 'Open all',
  'close-all': 'Close all',
};
