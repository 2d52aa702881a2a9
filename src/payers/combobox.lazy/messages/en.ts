export const en = {
  'payer.options': 'Insurers',
  'payer.wait': 'We are getting our list …',
  'payer.nothing': 'We find no insurer by these words.',
  'payer.first': 'Type to see more.',
  'payer.more': '{shown} of {total}. Type more to narrow it down.',
  'payer.found.1': '1 insurer found.',
  'payer.found': '{total} insurers found.',
  'payer.ask': 'We cannot say yet how we stand with this insurer. Ask us, and we find out for you.',
  'payer.missing': 'I don’t see mine',
  'payer.unknown': 'I don’t know',
  'payer.missing.next':
    'That is fine. Write the name as it stands on your card, and we look it up.',
  'payer.unknown.next':
    'That is fine. Go on without it, and we find out with you. Your card or an employer’s letter helps, if you have one.',
};
