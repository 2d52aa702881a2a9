export const en = {
  'sent.day': 'Day',
  'sent.time': 'Time',
  'sent.time.in': 'Time ({zone})',
  'sent.where': 'Where',
  'sent.prepare': 'Before you come',
  'sent.calendar': 'Add to my calendar',
  'sent.calendar.hint': 'The entry says “{title}” and the time, nothing else.',
  'sent.print': 'Print this page',
  'calendar.title': 'Appointment',
};
