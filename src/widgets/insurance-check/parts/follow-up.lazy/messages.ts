/** Words that nobody reads before somebody is in the form. Other languages come whole. */
export const later = {
  'network.in': 'We are usually in network with this insurer.',
  'network.in.next': 'What you pay depends on your plan. We can check it for you.',
  'network.out': 'We are not in network with this insurer.',
  'network.out.next': 'Your plan may still pay a part, and you can pay by yourself. Ask us.',
  'network.ask': 'With this insurer it depends on the plan.',
  'network.ask.next': 'Ask us, and we find out for you.',
  'network.promise': 'This is not a promise of payment.',

  'payer.required': 'Enter the name of your insurer.',
  'payer.not-allowed': 'Choose your insurer from the list, or write its name.',
  'memberId.required': 'Enter the member ID from your card, or add a photo of the card.',
  'memberId.format': 'Enter the member ID as it stands on your card.',
  'memberId.not-recognized':
    'Your insurer does not know this member ID. Please compare it with your card, letters too. If it is right, send it once more: then a person checks it.',
  'memberId.not-found':
    'Your insurer finds nobody under this member ID. Please compare the ID, the name and the date of birth with your card. If it is right, send it once more: then a person checks it.',
  'groupNumber.mismatch':
    'Your insurer has another group number. Please compare it with your card, or leave it out. If it is right, send it once more: then a person checks it.',
  'givenName.required': 'Enter the patient’s first name.',
  'givenName.mismatch':
    'Your insurer has another name for this member ID. Enter the first name as it stands on the card. If it is right, send it once more: then a person checks it.',
  'familyName.required': 'Enter the patient’s last name.',
  'familyName.mismatch':
    'Your insurer has another name for this member ID. Enter the last name as it stands on the card. If it is right, send it once more: then a person checks it.',
  'birthDate.required': 'Enter the patient’s date of birth.',
  'birthDate.format': 'Enter a real date of birth, with month, day and four digits of the year.',
  'birthDate.future': 'Enter a date of birth that is not in the future.',
  'birthDate.mismatch':
    'Your insurer has another date of birth for this member ID. Please check month, day and year. If it is right, send it once more: then a person checks it.',
  'phone.required': 'Enter a phone number or an email address, so that we can answer.',
  'phone.format': 'Enter a phone number with all its digits, like 555 010 0123.',
  'email.format': 'Enter an email address like name@example.org.',
  'legalSex.mismatch':
    'Your insurer has something else on file. Choose what stands on the card. If it is right, send it once more: then a person checks it.',
  'service.not-allowed': 'Choose another service, or leave it open and tell us when we call.',
  'cards.format': 'We cannot read this photo. Please take it again, or enter the member ID.',
  'cards.required': 'Please add a photo of the card.',
  'consent.privacy.required': 'Tick the box so that we may find out for you.',

  'subscriber.hint': 'The person whose name is on the plan, as it stands on the card.',
  'subscriber.required': 'Tell us whose plan it is: the insurer asks for that person’s name.',
  'subscriber.givenName.label': 'Their first name',
  'subscriber.givenName.required': 'Enter the first name of the person who holds the plan.',
  'subscriber.givenName.mismatch':
    'The insurer has another name for the person who holds the plan. Enter the first name as it stands on the card. If it is right, send it once more: then a person checks it.',
  'subscriber.familyName.label': 'Their last name',
  'subscriber.familyName.required': 'Enter the last name of the person who holds the plan.',
  'subscriber.familyName.mismatch':
    'The insurer has another name for the person who holds the plan. Enter the last name as it stands on the card. If it is right, send it once more: then a person checks it.',
  'subscriber.birthDate.label': 'Their date of birth',
  'subscriber.birthDate.hint': 'If you know it. Many insurers ask for it.',
  'subscriber.birthDate.required': 'Enter the date of birth of the person who holds the plan.',
  'subscriber.birthDate.format':
    'Enter a real date of birth, with month, day and four digits of the year.',
  'subscriber.birthDate.future': 'Enter a date of birth that is not in the future.',
  'subscriber.birthDate.mismatch':
    'The insurer has another date of birth for the person who holds the plan. Please check it. If it is right, send it once more: then a person checks it.',

  'secondary.legend': 'Your second plan',
  'secondary.payer.label': 'Its insurer',
  'secondary.payer.hint': 'Begin to type the name on the second card.',
  'secondary.payer.required': 'Enter the name of the second insurer, or untick the second plan.',
  'secondary.memberId.label': 'Its member ID',
  'secondary.groupNumber.label': 'Its group number',

  'estimate.title': 'You have a right to a Good Faith Estimate',
  'estimate.what':
    'If you pay without insurance, we must tell you in writing, before your visit, what it is expected to cost.',
  'estimate.call':
    'Asking us what a visit costs is enough. You then have it within 3 business days.',
  'estimate.details.title': 'Where should we send your estimate?',
  'estimate.details.text':
    'It says what we expect your visits to cost, item by item. If you give us only a phone number, we call and ask where to send it.',
  'submit.estimate': 'Ask for my estimate',

  'sent.title': 'We are checking your plan',
  'sent.title.estimate': 'We are preparing your estimate',
  'sent.text': 'Someone from our team asks your insurer and answers {reply}.',
  'sent.how': 'We use the phone number or email address you gave us.',
  'sent.book': 'You need not wait to ask for a visit.',
  'sent.book.button': 'Request an appointment',
};
