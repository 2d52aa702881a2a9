/** Words of the line that says who reviewed an answer, and when. */
export const en = {
  'reviewed.by-on': 'Reviewed by {name}, {date}',
  'reviewed.by': 'Reviewed by {name}',
  'reviewed.on': 'Last reviewed {date}',
};
