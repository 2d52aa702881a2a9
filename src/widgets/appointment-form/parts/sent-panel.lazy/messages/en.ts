export const en = {
  'sent.day': 'Day',
  'sent.time': 'Time',
  'sent.time.in': 'Time ({zone})',
  'sent.where': 'Where',
  'sent.prepare': 'Before your visit',
  'sent.calendar': 'Add to my calendar',
  'sent.calendar.hint': 'To keep it private, the entry shows only “{title}” and the time.',
  'sent.print': 'Print this page',
  'calendar.title': 'Appointment',
};
