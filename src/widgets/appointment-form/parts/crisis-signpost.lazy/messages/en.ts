export const en = {
  'care.title': 'You don’t have to wait for us',
  'care.text':
    'If you or someone else may be in danger, or if it all feels like too much, help is available right now:',
  'care.kept':
    'Nothing has been sent. Your answers are still here, and you can continue whenever you’re ready.',
  'care.close': 'Hide this',
  'care.call': 'Call {name} at {number}',
  'care.call.bare': 'Call {number}',
  'care.text-to': 'Text {number}',
  'care.emergency': 'In an emergency, call {number}',
};
