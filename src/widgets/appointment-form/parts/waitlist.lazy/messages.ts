import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the waitlist. */
export const en = {
  'waitlist.title': 'Join the waitlist',
  'waitlist.text':
    'We’ll let you know when a time, or an earlier one, opens up. Joining doesn’t book a visit. You can leave the list at any time.',
  'waitlist.back': 'Back to the times',
  'submit.waitlist': 'Join the waitlist',
  'waitlist.sent.title': 'You’re on the waitlist',
  'waitlist.sent.text':
    'Nothing is booked yet. When a time opens up, we’ll contact people in the order of the list and ask if it works.',
};

export const es: SameKeys<typeof en> = {
  'waitlist.title': 'Entre en la lista de espera',
  'waitlist.text':
    'Le avisaremos cuando se libere una hora o haya una más temprana. Esto no reserva una cita. Puede salir de la lista cuando quiera.',
  'waitlist.back': 'Volver a los horarios',
  'submit.waitlist': 'Entrar en la lista de espera',
  'waitlist.sent.title': 'Está en la lista de espera',
  'waitlist.sent.text':
    'Todavía no hay nada reservado. Cuando se libere una hora, contactaremos a las personas en el orden de la lista para preguntar si les conviene.',
};
