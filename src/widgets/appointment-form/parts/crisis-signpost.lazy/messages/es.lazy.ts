import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'care.title': 'No tiene que esperar nuestra respuesta',
  'care.text':
    'Si usted u otra persona puede estar en peligro, o si siente que no puede más, hay ayuda disponible ahora mismo:',
  'care.kept': 'No se ha enviado nada. Sus respuestas siguen aquí y puede continuar cuando quiera.',
  'care.close': 'Ocultar este aviso',
  'care.call': 'Llame a {name} al {number}',
  'care.call.bare': 'Llame al {number}',
  'care.text-to': 'Envíe un mensaje de texto al {number}',
  'care.emergency': 'En una emergencia, llame al {number}',
};
export default es;
