/** English words of the waitlist; those of other languages come with the rest of their words. */
export const waitlist = {
  'waitlist.title': 'Join the waitlist',
  'waitlist.text':
    'We’ll let you know when a time, or an earlier one, opens up. Joining doesn’t book a visit. You can leave the list at any time.',
  'waitlist.back': 'Back to the times',
  'submit.waitlist': 'Join the waitlist',
  'waitlist.sent.title': 'You’re on the waitlist',
  'waitlist.sent.text':
    'Nothing is booked yet. When a time opens up, we’ll contact people in the order of the list and ask if it works.',
};
