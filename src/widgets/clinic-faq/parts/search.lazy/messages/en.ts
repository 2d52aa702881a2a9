/** Words of the search. */
export const en = {
  'search.one': '1 question',
  'search.many': '{count} questions',
  'search.none': 'No matches',
  'search.next': 'Try fewer words, or different ones.',
  'search.ask': 'Or ask us. We’re happy to help.',
};
