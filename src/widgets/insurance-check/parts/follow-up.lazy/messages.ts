/** Words that nobody reads before somebody is in the form. Other languages come whole. */
export const later = {
  'network.in': 'We’re usually in network with this insurer.',
  'network.in.next': 'What you pay depends on your plan. We can check it for you.',
  'network.out': 'We’re not in network with this insurer.',
  'network.out.next':
    'Your plan may still pay part of it, or you can pay for care yourself. Ask us.',
  'network.ask': 'With this insurer, it depends on your plan.',
  'network.ask.next': 'Ask us and we’ll find out.',
  'network.promise': 'This is not a promise of payment.',

  'payer.required': 'Enter the name of your insurer.',
  'payer.not-allowed': 'Choose your insurer from the list, or type its name.',
  'memberId.required': 'Enter the member ID from your card, or add a photo of the card.',
  'memberId.format': 'Enter the member ID as shown on your card.',
  'memberId.not-recognized':
    'Your insurer doesn’t recognize this member ID. Check it against your card, including any letters. If it’s right, send the form again and a person will check it.',
  'memberId.not-found':
    'Your insurer couldn’t find anyone with this member ID. Check the ID, name and date of birth against your card. If it’s right, send the form again and a person will check it.',
  'groupNumber.mismatch':
    'Your insurer has a different group number. Check your card, or leave this blank. If it’s right, send the form again and a person will check it.',
  'givenName.required': 'Enter the patient’s first name.',
  'givenName.mismatch':
    'Your insurer has a different name on file for this member ID. Enter the first name as shown on the card. If it’s right, send the form again and a person will check it.',
  'familyName.required': 'Enter the patient’s last name.',
  'familyName.mismatch':
    'Your insurer has a different name on file for this member ID. Enter the last name as shown on the card. If it’s right, send the form again and a person will check it.',
  'birthDate.required': 'Enter the patient’s date of birth.',
  'birthDate.format': 'Enter a real date of birth, with a 4-digit year.',
  'birthDate.future': 'Enter a date of birth in the past.',
  'birthDate.mismatch':
    'Your insurer has a different date of birth on file for this member ID. Check the month, day and year. If it’s right, send the form again and a person will check it.',
  'phone.required': 'Enter a phone number or an email address so we can reach you.',
  'phone.format': 'Enter a full phone number, like 555-010-0123.',
  'email.format': 'Enter an email address, like name@example.org.',
  'legalSex.mismatch':
    'Your insurer has something else on file. Choose what your insurer has on file. If it’s right, send the form again and a person will check it.',
  'service.not-allowed': 'Choose another service, or skip this and tell us when we call.',
  'cards.format': 'We can’t read this photo. Please take it again, or enter the member ID.',
  'cards.required': 'Please add a photo of the card.',
  'consent.privacy.required': 'Check the box so we can find out for you.',

  'subscriber.hint': 'Enter their name as shown on the card.',
  'subscriber.required': 'Tell us whose name the plan is in. Your insurer will ask.',
  'subscriber.givenName.label': 'Their first name',
  'subscriber.givenName.required': 'Enter the first name of the person on the plan.',
  'subscriber.givenName.mismatch':
    'Your insurer has a different name on file for this person. Enter the first name as shown on the card. If it’s right, send the form again and a person will check it.',
  'subscriber.familyName.label': 'Their last name',
  'subscriber.familyName.required': 'Enter the last name of the person on the plan.',
  'subscriber.familyName.mismatch':
    'Your insurer has a different name on file for this person. Enter the last name as shown on the card. If it’s right, send the form again and a person will check it.',
  'subscriber.birthDate.label': 'Their date of birth',
  'subscriber.birthDate.hint': 'If you know it. Many insurers ask for it.',
  'subscriber.birthDate.required': 'Enter the date of birth of the person on the plan.',
  'subscriber.birthDate.format': 'Enter a real date of birth, with a 4-digit year.',
  'subscriber.birthDate.future': 'Enter a date of birth in the past.',
  'subscriber.birthDate.mismatch':
    'Your insurer has a different date of birth on file for this person. Check the month, day and year. If it’s right, send the form again and a person will check it.',

  'secondary.legend': 'Your second plan',
  'secondary.payer.label': 'Second plan’s insurance company',
  'secondary.payer.hint': 'Start typing the name on the second card.',
  'secondary.payer.required':
    'Enter the name of the second insurer, or uncheck “I have a second plan.”',
  'secondary.memberId.label': 'Second plan’s member ID',
  'secondary.groupNumber.label': 'Second plan’s group number',

  'estimate.title': 'You have the right to a Good Faith Estimate',
  'estimate.what':
    'If you pay without insurance, we must give you a written estimate of the cost before your visit.',
  'estimate.call':
    'Just ask us what a visit costs. You’ll have the estimate within 3 business days.',
  'estimate.details.title': 'Where should we send your estimate?',
  'estimate.details.text':
    'It lists what we expect your visits to cost, item by item. If you give us only a phone number, we’ll call to ask where to send it.',
  'submit.estimate': 'Request my estimate',

  'sent.title': 'We’re checking your plan',
  'sent.title.estimate': 'We’re preparing your estimate',
  'sent.text': 'Someone on our team will contact your insurer and get back to you {reply}.',
  'sent.how': 'We’ll use the phone number or email address you gave us.',
  'sent.book': 'You don’t have to wait to request a visit.',
  'sent.book.button': 'Request an appointment',
};
