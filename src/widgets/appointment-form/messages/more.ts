/** Words of what only some visitors are asked; they come with it. Other languages come whole. */
export const more = {
  'guardian.hint': 'Whoever speaks for the patient: a parent, a guardian, somebody who helps.',
  'guardian.givenName.label': 'Your first name',
  'guardian.givenName.required': 'Enter your first name.',
  'guardian.familyName.label': 'Your last name',
  'guardian.familyName.required': 'Enter your last name.',
  'guardian.phone.label': 'Your phone',
  'guardian.phone.required': 'Enter a phone number where we reach you.',
  'guardian.phone.format': 'Enter your phone number with all its digits, like 555 010 0123.',
  'guardian.relationship.label': 'Who you are to the patient',
  'guardian.relationship.hint': 'For example mother, guardian, husband, caregiver',
  'guardian.relationship.required': 'Enter who you are to the patient.',

  'about.other':
    'Name and date of birth are those of the person who is coming. Phone and email may be yours.',

  'interpreter.hint': 'Free of charge, in any language and in sign language.',

  'access.needs.label': 'What would make the visit easier?',
  'access.needs.step-free': 'No stairs',
  'access.needs.hearing': 'Help with hearing',
  'access.needs.sight': 'Help with seeing or reading',
  'access.needs.quiet': 'A quiet place to wait',
  'access.needs.companion': 'Someone comes with me',
  'access.note.label': 'Anything else that would help',
  'access.note.too-long': 'Please shorten this to 500 characters.',

  'legalSex.hint': 'Only for your insurer, who compares it with your card.',
  'legalSex.female': 'Female',
  'legalSex.male': 'Male',
  'legalSex.other': 'Another entry',
  'legalSex.unknown': 'I am not sure',

  'age.title': 'We offer this from the age of {age} on.',
  'age.text':
    'You can still send this, and we will tell you what we can do, or who can. You can also talk to us now.',

  'insurance.checked':
    'Insurance checked. We put your answers together, you need not enter them again.',
};
