/** Error messages and the confirmation. Loaded when a visitor first uses the form. */
import type { SameKeys } from '../../../i18n/index.js';

/** Messages that are not needed before a visitor uses the form: errors and thanks. */
export const en = {
  'email.required': 'Enter your email address.',
  'email.format': 'Enter your email address, like name@example.org.',
  'givenName.link': 'Enter a first name without a web address.',
  'givenName.too-long': 'Enter a shorter first name, up to 40 characters.',
  'consent.marketing-email.required': 'Check the box if you want the newsletter.',
  'sent.subscribed.title': 'Thank you',
  'sent.subscribed.text': 'You’re on the list. The next issue will be in your inbox.',
  'sent.check-inbox.title': 'One more step: check your inbox',
  'sent.check-inbox.text':
    'We sent you an email. Open the link in it to confirm. If you don’t see it in a few minutes, check your spam folder.',
};

export const es: SameKeys<typeof en> = {
  'email.required': 'Escriba su correo electrónico.',
  'email.format': 'Escriba su correo electrónico, por ejemplo nombre@example.org.',
  'givenName.link': 'Escriba un nombre, sin direcciones de internet.',
  'givenName.too-long': 'Escriba un nombre más corto, de hasta 40 caracteres.',
  'consent.marketing-email.required': 'Marque la casilla si desea recibir el boletín.',
  'sent.subscribed.title': 'Gracias',
  'sent.subscribed.text': 'Ya está en la lista. El próximo boletín llegará a su correo.',
  'sent.check-inbox.title': 'Un paso más: revise su correo',
  'sent.check-inbox.text':
    'Le enviamos un correo. Abra el enlace que contiene para confirmar. Si no lo ve en unos minutos, revise la carpeta de correo no deseado.',
};
