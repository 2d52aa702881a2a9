/** Words of the result card. They are for the person, not for the trade: each term says what it means for a purse. */
export const en = {
  'card.active': 'Your plan is active',
  'card.inactive': 'Your plan isn’t active today',
  'card.inactive.text':
    'That’s what your insurer told us. Your plan may have changed, or the number may be from an old card. Check your card or call us, and we’ll help you sort it out.',

  'card.network.in': 'We’re in network with your insurer.',
  'card.network.out': 'We’re not in network with your insurer. You may have to pay more.',
  'card.network.unknown':
    'We haven’t confirmed that we’re in network with your insurer. We’ll find out for you.',

  'card.amounts': 'What you may pay',
  'card.visit': 'A visit',
  'card.copay': 'Copay',
  'card.copay.hint': 'You pay this at each visit.',
  'card.coinsurance': 'Coinsurance',
  'card.coinsurance.hint': 'Your share of the cost.',
  'card.deductible': 'Deductible',
  'card.deductible.hint': 'You pay this much each year before your plan pays.',
  'card.left': 'Deductible remaining',
  'card.left.hint': 'What you still have to pay of it.',
  'card.missing': 'Not given by your insurer',
  'card.none': 'Your insurer didn’t give amounts for this. We’ll ask for you.',
  'card.second': 'This is for your primary plan. Your second plan may change what you pay.',
  'card.source': '{source}, {date}',
  'card.source.undated': '{source}, date unknown',
  'card.insurer': 'Your insurer',
  'card.note': 'In their words: {note}',

  'card.approval': 'Prior authorization',
  'card.approval.yes': 'Your plan may need to approve this first. We’ll request it with you.',
  'card.approval.no': 'Your insurer says you don’t need approval first.',
  'card.approval.open': 'Your plan may need to approve this first. We’ll find out for you.',

  'card.promise': 'This is what your insurer told us. It isn’t a promise that they will pay.',
  'card.next': 'Next step: request a visit. We’ll go over the cost with you before you come in.',
  'card.next.inactive': 'Next step: call us or request a visit. We’ll look into it with you.',
};
