import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';
import type { later } from '../parts/follow-up.lazy/messages.js';

const es: SameKeys<typeof en & typeof later> = {
  ...formEs,
  heading: '¿Lo cubre mi seguro?',
  intro: 'Elija su seguro para saber si trabajamos con él. No hace falta su nombre.',
  submit: 'Averiguar cuánto pagaría',

  'payer.label': 'Su compañía de seguros',
  'payer.hint': 'Empiece a escribir el nombre que aparece en su tarjeta.',
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
  reply: 'lo antes posible',
  'memberId.label': 'Número de miembro',
  'memberId.hint': 'Como aparece en la tarjeta.',
  'groupNumber.label': 'Número de grupo',
  'who.title': '¿Quién necesita la atención?',
  'who.hint': 'Su nombre, como en la tarjeta o identificación.',
  'givenName.label': 'Nombre',
  'familyName.label': 'Apellidos',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint': 'Por ejemplo 27 3 1985',
  'phone.label': 'Teléfono',
  'phone.hint': 'Basta con un teléfono o un correo electrónico.',
  'email.label': 'Correo electrónico',
  'service.label': '¿Para qué es?',
  'relationship.label': '¿De quién es el plan?',
  'relationship.self': 'De quien se atiende',
  'relationship.spouse': 'De su cónyuge',
  'relationship.child': 'De su madre o padre',
  'relationship.other': 'De otra persona',
  'subscriber.label': '¿Quién es titular del plan?',
  'secondary.label': 'Tengo un segundo plan',
  'cards.label': 'Foto de la tarjeta',
  'cards.hint': 'En lugar del número o además de él. Quitamos dónde y cuándo se tomó.',
  'cards.front': 'Frente de la tarjeta',
  'cards.back': 'Reverso de la tarjeta',
  'selfPay.label': 'Pago sin seguro',
  'legalSex.label': 'Sexo que figura en su seguro',
  'legalSex.female': 'Femenino',
  'legalSex.male': 'Masculino',
  'legalSex.other': 'Otro',
  'legalSex.unknown': 'No lo sé',

  'consent.privacy':
    'Acepto que la clínica use lo que escribo aquí para saber cuánto costarían las visitas y para responderme. Puede preguntar al seguro, si indico alguno.',

  'payer.required': 'Escriba el nombre de su compañía de seguros.',
  'payer.not-allowed': 'Elija su seguro de la lista o escriba su nombre.',
  'memberId.required':
    'Escriba el número de miembro que aparece en su tarjeta o agregue una foto de la tarjeta.',
  'memberId.format': 'Escriba el número de miembro como aparece en su tarjeta.',
  'memberId.not-recognized':
    'Su seguro no conoce este número de miembro. Compárelo con su tarjeta, también las letras. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'memberId.not-found':
    'Su seguro no encuentra a nadie con este número de miembro. Compare con su tarjeta el número, el nombre y la fecha de nacimiento. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'groupNumber.mismatch':
    'Su seguro tiene otro número de grupo. Compárelo con su tarjeta o déjelo en blanco. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'givenName.required': 'Escriba el nombre de quien se atiende.',
  'givenName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'familyName.required': 'Escriba los apellidos de quien se atiende.',
  'familyName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'birthDate.required': 'Escriba la fecha de nacimiento de quien se atiende.',
  'birthDate.format':
    'Escriba una fecha de nacimiento real, con día, mes y los cuatro números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que no esté en el futuro.',
  'birthDate.mismatch':
    'Su seguro tiene otra fecha de nacimiento para este número de miembro. Revise el día, el mes y el año. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'phone.required': 'Escriba su teléfono o su correo electrónico para que le respondamos.',
  'phone.format': 'Escriba el teléfono con todos sus números, por ejemplo 555 010 0123.',
  'email.format': 'Escriba un correo electrónico como nombre@example.org.',
  'legalSex.mismatch':
    'En su seguro figura otra cosa. Elija lo que aparece en la tarjeta. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'service.not-allowed': 'Elija otro servicio, o no elija ninguno y lo vemos cuando le llamemos.',
  'cards.format': 'No podemos leer esta foto. Tómela otra vez o escriba el número de miembro.',
  'cards.required': 'Agregue una foto de la tarjeta.',
  'consent.privacy.required': 'Marque la casilla, y lo averiguamos por usted.',

  'subscriber.hint': 'La persona a cuyo nombre está el plan, como aparece en la tarjeta.',
  'subscriber.required':
    'Díganos de quién es el plan: el seguro pregunta por el nombre de esa persona.',
  'subscriber.givenName.label': 'Nombre de esa persona',
  'subscriber.givenName.required': 'Escriba el nombre de la persona titular del plan.',
  'subscriber.givenName.mismatch':
    'El seguro tiene otro nombre para la persona titular. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'subscriber.familyName.label': 'Apellidos de esa persona',
  'subscriber.familyName.required': 'Escriba los apellidos de la persona titular del plan.',
  'subscriber.familyName.mismatch':
    'El seguro tiene otro nombre para la persona titular. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',
  'subscriber.birthDate.label': 'Fecha de nacimiento de esa persona',
  'subscriber.birthDate.hint': 'Si la sabe. Muchos seguros la piden.',
  'subscriber.birthDate.required': 'Escriba la fecha de nacimiento de la persona titular del plan.',
  'subscriber.birthDate.format':
    'Escriba una fecha de nacimiento real, con día, mes y los cuatro números del año.',
  'subscriber.birthDate.future': 'Escriba una fecha de nacimiento que no esté en el futuro.',
  'subscriber.birthDate.mismatch':
    'El seguro tiene otra fecha de nacimiento para la persona titular. Revísela, por favor. Si es correcto, envíelo otra vez: entonces lo revisa una persona.',

  'secondary.legend': 'Su segundo plan',
  'secondary.payer.label': 'Compañía del segundo plan',
  'secondary.payer.hint': 'Empiece a escribir el nombre que aparece en la segunda tarjeta.',
  'secondary.payer.required':
    'Escriba el nombre del segundo seguro o quite la marca del segundo plan.',
  'secondary.memberId.label': 'Número de miembro del segundo plan',
  'secondary.groupNumber.label': 'Número de grupo del segundo plan',

  'estimate.title': 'Usted tiene derecho a un presupuesto de buena fe',
  'estimate.what':
    'Si paga sin seguro, debemos decirle por escrito, antes de su visita, cuánto se espera que cueste. En inglés se llama “Good Faith Estimate”.',
  'estimate.call':
    'Basta con preguntarnos cuánto cuesta una visita. Lo tendrá en un plazo de 3 días hábiles.',
  'estimate.details.title': '¿A dónde le enviamos su presupuesto?',
  'estimate.details.text':
    'Dice lo que esperamos que cuesten sus visitas, punto por punto. Si solo nos da un teléfono, le llamamos para preguntar a dónde lo enviamos.',
  'submit.estimate': 'Pedir mi presupuesto',

  'sent.title': 'Estamos verificando su plan',
  'sent.title.estimate': 'Estamos preparando su presupuesto',
  'sent.text': 'Una persona de nuestro equipo pregunta a su seguro y le responde {reply}.',
  'sent.how': 'Usamos el teléfono o el correo electrónico que nos dio.',
  'sent.book': 'No tiene que esperar para pedir una cita.',
  'sent.book.button': 'Solicitar una cita',
};
export default es;
