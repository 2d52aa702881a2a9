import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'care.title': 'No tiene que esperar nuestra respuesta',
  'care.text':
    'Si usted u otra persona puede estar en peligro, o si todo pesa demasiado, hay alguien para escucharle ahora mismo:',
  'care.kept': 'No se ha enviado nada. Lo que escribió sigue aquí y puede continuar cuando quiera.',
  'care.close': 'Ocultar este aviso',
  'care.call': 'Llame al {number}, {name}',
  'care.call.bare': 'Llame al {number}',
  'care.text-to': 'Envíe un mensaje de texto al {number}',
  'care.emergency': 'En una emergencia, llame al {number}',
};
export default es;
