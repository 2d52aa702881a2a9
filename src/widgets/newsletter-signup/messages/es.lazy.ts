import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';
import type { en as errors } from './errors.lazy.js';

const es: SameKeys<typeof en & typeof errors> = {
  ...formEs,
  heading: 'Noticias de la clínica',
  intro: 'Un boletín breve de vez en cuando. Puede darse de baja cuando quiera.',
  submit: 'Suscribirme',
  'email.label': 'Correo electrónico',
  'email.required': 'Escriba su correo electrónico.',
  'email.format': 'Escriba su correo electrónico, por ejemplo nombre@example.org.',
  'givenName.label': 'Nombre',
  'givenName.link': 'Escriba un nombre, sin direcciones de internet.',
  'givenName.too-long': 'Escriba un nombre más corto, de hasta 40 caracteres.',
  'topics.label': '¿Sobre qué le gustaría leer?',
  'consent.marketing-email':
    'Sí, quiero recibir el boletín por correo electrónico. Puedo darme de baja cuando quiera.',
  'consent.marketing-email.required': 'Marque la casilla si desea recibir el boletín.',
  'sent.subscribed.title': 'Gracias',
  'sent.subscribed.text': 'Ya está en la lista. El próximo boletín llegará a su correo.',
  'sent.check-inbox.title': 'Un paso más: revise su correo',
  'sent.check-inbox.text':
    'Le enviamos un correo. Abra el enlace que contiene para confirmar. Si no lo ve en unos minutos, revise la carpeta de correo no deseado.',
};
export default es;
