/** English words of the waitlist; those of other languages come with the rest of their words. */
export const waitlist = {
  'waitlist.title': 'Join the waitlist',
  'waitlist.text':
    'We tell you when a time opens up, or when there is an earlier one. Joining books nothing, and you can leave the list at any time.',
  'waitlist.back': 'Back to the times',
  'submit.waitlist': 'Join the waitlist',
  'waitlist.sent.title': 'You are on the waitlist',
  'waitlist.sent.text':
    'Nothing is booked yet. As soon as a time opens up we get in touch, in the order of the list, and ask whether it suits you.',
};
