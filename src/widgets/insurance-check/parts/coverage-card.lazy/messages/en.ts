/** Words of the result card. They are for the person, not for the trade: each term says what it means for a purse. */
export const en = {
  'card.active': 'Your plan is active',
  'card.inactive': 'Your plan is not active today',
  'card.inactive.text':
    'So says your insurer. A plan may have changed, or the number may be from an old card. Look at your card, or call us. We can help you find out.',

  'card.network.in': 'We are in network with your insurer.',
  'card.network.out': 'We are not in network with your insurer. You may have to pay more.',
  'card.network.unknown':
    'Not confirmed: if we are in network with your insurer. We find out for you.',

  'card.amounts': 'What you may have to pay',
  'card.visit': 'A visit',
  'card.copay': 'Copay',
  'card.copay.hint': 'You pay this at each visit.',
  'card.coinsurance': 'Coinsurance',
  'card.coinsurance.hint': 'Your share of the cost.',
  'card.deductible': 'Deductible',
  'card.deductible.hint': 'You pay this much each year before your plan pays.',
  'card.left': 'Deductible left',
  'card.left.hint': 'You still have to pay this much of it.',
  'card.missing': 'Your insurer did not say',
  'card.none': 'Your insurer gave no amounts for this. We ask them for you.',
  'card.second': 'This is about your first plan. Your second plan may change what you pay.',
  'card.source': '{source}, {date}',
  'card.source.undated': '{source}, date not known',
  'card.insurer': 'Your insurer',
  'card.note': 'In their words: {note}',

  'card.approval': 'Approval first',
  'card.approval.yes':
    'You may need an OK from your plan first (prior authorization). We ask for it with you.',
  'card.approval.no': 'Your insurer says you need no OK from the plan first.',
  'card.approval.open': 'You may need an OK from your plan first. We find out for you.',

  'card.promise': 'Your insurer told us this. It is not a promise that they will pay.',
  'card.next': 'Next step: ask for a visit. We go over the cost with you before you come.',
  'card.next.inactive': 'Next step: call us, or ask for a visit. We can look at it with you.',
};
