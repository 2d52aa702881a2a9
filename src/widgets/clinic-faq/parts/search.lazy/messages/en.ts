/** Words of the search. */
export const en = {
  'search.one': '1 question',
  'search.many': '{count} questions',
  'search.none': 'None found',
  'search.next': 'Try fewer or other words.',
  'search.ask': 'Or ask us. We are glad to help.',
};
