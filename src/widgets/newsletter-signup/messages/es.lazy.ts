/** The initial Spanish messages of the sign-up. Loaded when it is shown in Spanish. */
import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  ...formEs,
  heading: 'Noticias de la clínica',
  intro: 'Un boletín breve de vez en cuando. Puede darse de baja cuando quiera.',
  submit: 'Suscribirme',
  'email.label': 'Correo electrónico',
  'givenName.label': 'Nombre',
  'topics.label': '¿Sobre qué le gustaría leer?',
  'consent.marketing-email':
    'Sí, quiero recibir el boletín por correo electrónico. Puedo darme de baja cuando quiera.',
};
export default es;
