import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  ...formEs,
  heading: '¿Lo cubre mi seguro?',
  intro: 'Elija su seguro para saber si trabajamos con él. No hace falta su nombre.',
  submit: 'Verificar mis beneficios',

  'payer.label': 'Su compañía de seguros',
  'payer.hint': 'Empiece a escribir el nombre que aparece en su tarjeta.',
  'payer.required': 'Escriba el nombre de su compañía de seguros.',
  'payer.none': 'En este momento no tenemos la lista de seguros. Escriba el nombre, por favor.',
  'network.in': 'Por lo general estamos dentro de la red de este seguro.',
  'network.in.next': 'Lo que usted paga depende de su plan. Podemos verificarlo por usted.',
  'network.out': 'No estamos dentro de la red de este seguro.',
  'network.out.next':
    'Es posible que su plan pague una parte; también puede pagar por su cuenta. Pregúntenos.',
  'network.ask': 'Con este seguro depende del plan.',
  'network.ask.next': 'Pregúntenos y lo averiguamos por usted.',
  'network.promise': 'Esto no es una promesa de pago.',

  'details.title': 'Permítanos verificar su plan',
  'details.text': 'Preguntamos a su seguro y le respondemos {reply}.',
  'details.text.bare': 'Preguntamos a su seguro y le contamos lo que nos digan.',
  'memberId.label': 'Número de miembro',
  'memberId.hint': 'Como aparece en su tarjeta del seguro.',
  'memberId.required': 'Escriba el número de miembro que aparece en su tarjeta.',
  'groupNumber.label': 'Número de grupo',
  'givenName.label': 'Nombre',
  'givenName.hint': 'Como aparece en la tarjeta.',
  'givenName.required': 'Escriba el nombre como aparece en la tarjeta.',
  'familyName.label': 'Apellidos',
  'familyName.hint': 'Como aparecen en la tarjeta.',
  'familyName.required': 'Escriba los apellidos como aparecen en la tarjeta.',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint': 'Por ejemplo 27 3 1985',
  'birthDate.required': 'Escriba la fecha de nacimiento.',
  'birthDate.format':
    'Escriba una fecha de nacimiento real, con día, mes y los cuatro números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que no esté en el futuro.',
  'phone.label': 'Teléfono',
  'phone.hint': 'Basta con un teléfono o un correo electrónico.',
  'phone.required': 'Escriba un teléfono o un correo electrónico para que podamos responderle.',
  'phone.format': 'Escriba el teléfono con todos sus números, por ejemplo 555 010 0123.',
  'email.label': 'Correo electrónico',
  'email.format': 'Escriba un correo electrónico como nombre@example.org.',
  'service.label': '¿Para qué es?',
  'relationship.label': '¿De quién es el plan?',
  'subscriber.label': 'Titular de la póliza',
  'secondary.label': 'Segundo plan',
  'cards.label': 'Foto de la tarjeta',
  'selfPay.label': 'Pagar sin seguro',
  'legalSex.label': 'Sexo según su tarjeta del seguro',

  'consent.privacy':
    'Acepto que la clínica use lo que escribo aquí para preguntar a mi seguro y responderme.',
  'consent.privacy.required': 'Marque la casilla para que podamos preguntar a su seguro.',

  'sent.title': 'Estamos verificando su plan',
  'sent.text': 'Una persona de nuestro equipo pregunta a su seguro y le responde {reply}.',
  'sent.text.bare': 'Una persona de nuestro equipo pregunta a su seguro y se comunica con usted.',
  'sent.book': 'No tiene que esperar para pedir una cita.',
  'sent.book.button': 'Solicitar una cita',
};
export default es;
