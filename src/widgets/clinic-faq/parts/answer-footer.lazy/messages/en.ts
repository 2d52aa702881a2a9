/** Words of the end of an open answer. */
export const en = {
  'copy.link': 'Copy link',
  'copy.done': 'Link copied',
  'copy.by-hand': 'Copy this link',
  'helpful.ask': 'Was this helpful?',
  'helpful.yes': 'Yes',
  'helpful.no': 'No',
  'helpful.thanks': 'Thank you.',
  'helpful.sorry': 'Thanks for telling us. We can help you directly:',
  'helpful.sorry-alone': 'Thanks for telling us.',
  'helpful.failed': 'That didn’t go through. Please try again.',
};
