/** Words of the ways to reach the clinic. */
export const en = {
  'ways.call': 'Call {phone}',
  'ways.book': 'Request an appointment',
};
