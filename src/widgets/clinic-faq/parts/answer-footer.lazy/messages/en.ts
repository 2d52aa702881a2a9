/** Words of the end of an open answer. */
export const en = {
  'copy.link': 'Copy link',
  'copy.done': 'Link copied',
  'copy.by-hand': 'Copy this address',
  'helpful.ask': 'Was this helpful?',
  'helpful.yes': 'Yes',
  'helpful.no': 'No',
  'helpful.thanks': 'Thank you.',
  'helpful.sorry': 'Thank you for telling us. We can help you in person:',
  'helpful.sorry-alone': 'Thank you for telling us.',
  'helpful.failed': 'We could not take that just now. You can try again.',
};
