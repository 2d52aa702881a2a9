export const en = {
  'payer.options': 'Insurers',
  'payer.wait': 'Loading insurers…',
  'payer.nothing': 'No insurers match what you typed.',
  'payer.first': 'Keep typing to see more.',
  'payer.more': 'Showing {shown} of {total}. Keep typing to narrow the list.',
  'payer.found.1': '1 insurer found.',
  'payer.found': '{total} insurers found.',
  'payer.ask':
    'We don’t know yet if we’re in network with this insurer. Send us your details and we’ll find out.',
  'payer.missing': 'Mine isn’t listed',
  'payer.unknown': 'I’m not sure',
  'payer.missing.next': 'That’s OK. Type the name as shown on your card and we’ll look it up.',
  'payer.unknown.next':
    'That’s OK. Continue without it and we’ll help you find out. An insurance card or a letter from your employer helps, if you have one.',
};
