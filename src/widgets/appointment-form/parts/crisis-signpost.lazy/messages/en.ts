export const en = {
  'care.title': 'You do not have to wait for us',
  'care.text':
    'If you or someone else may be in danger, or things feel too heavy, somebody is there right now:',
  'care.kept': 'Nothing has been sent. What you wrote stays here, and you can go on when you like.',
  'care.close': 'Hide this',
  'care.call': 'Call {number}, {name}',
  'care.call.bare': 'Call {number}',
  'care.text-to': 'Text {number}',
  'care.emergency': 'In an emergency, call {number}',
};
