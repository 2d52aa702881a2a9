import type { SameKeys } from '../../../../i18n/index.js';

export const en = {
  'care.title': 'You don’t have to wait for us',
  'care.text':
    'If you or someone else may be in danger, or if it all feels like too much, help is available right now:',
  'care.kept':
    'Nothing has been sent. Your answers are still here, and you can continue whenever you’re ready.',
  'care.close': 'Hide this',
  'care.call': 'Call {name} at {number}',
  'care.call.bare': 'Call {number}',
  'care.text-to': 'Text {number}',
  'care.emergency': 'In an emergency, call {number}',
};

export const es: SameKeys<typeof en> = {
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
