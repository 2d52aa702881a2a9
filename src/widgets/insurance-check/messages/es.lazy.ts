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
  'payer.none':
    'La lista de seguros no está disponible en este momento. Escriba el nombre, por favor.',
  'network.in': 'Por lo general estamos dentro de la red de este seguro.',
  'network.in.next': 'Lo que usted paga depende de su plan. Podemos verificarlo por usted.',
  'network.out': 'No estamos dentro de la red de este seguro.',
  'network.out.next':
    'Es posible que su plan pague una parte; también puede pagar por su cuenta. Pregúntenos.',
  'network.ask': 'Con este seguro, depende de su plan.',
  'network.ask.next': 'Pregúntenos y lo averiguaremos.',
  'network.promise': 'Esto no es una promesa de pago.',

  'details.title': 'Permítanos verificar su plan',
  'details.text': 'Preguntaremos a su seguro y le responderemos {reply}.',
  reply: 'lo antes posible',
  'memberId.label': 'Número de miembro',
  'memberId.hint': 'Como aparece en su tarjeta.',
  'groupNumber.label': 'Número de grupo',
  'who.title': '¿Quién es el paciente?',
  'who.hint': 'Su nombre, como en la tarjeta o identificación.',
  'givenName.label': 'Nombre',
  'familyName.label': 'Apellidos',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint': 'Ejemplo: 27 3 1985',
  'phone.label': 'Teléfono',
  'phone.hint': 'Denos un teléfono o un correo electrónico. No necesitamos los dos.',
  'email.label': 'Correo electrónico',
  'service.label': '¿Qué tipo de cita necesita?',
  'relationship.label': '¿A nombre de quién está el plan?',
  'relationship.self': 'Del paciente',
  'relationship.spouse': 'Del cónyuge del paciente',
  'relationship.child': 'De la madre o el padre del paciente',
  'relationship.other': 'De otra persona',
  'subscriber.label': 'La persona a cuyo nombre está el plan',
  'secondary.label': 'Tengo un segundo plan',
  'cards.label': 'Foto de la tarjeta',
  'cards.hint': 'En lugar del número o además de él. Quitamos de la foto el lugar y la fecha.',
  'cards.front': 'Frente de la tarjeta',
  'cards.back': 'Reverso de la tarjeta',
  'selfPay.label': 'Voy a pagar sin seguro',
  'legalSex.label': 'Sexo que figura en su seguro',
  'legalSex.female': 'Femenino',
  'legalSex.male': 'Masculino',
  'legalSex.other': 'Otro',
  'legalSex.unknown': 'No estoy seguro',

  'consent.privacy':
    'Acepto que la clínica use lo que escribo aquí para saber cuánto costarían las visitas y para responderme. Si indico un seguro, la clínica puede comunicarse con él.',

  'payer.required': 'Escriba el nombre de su compañía de seguros.',
  'payer.not-allowed': 'Elija su seguro de la lista o escriba su nombre.',
  'memberId.required':
    'Escriba el número de miembro que aparece en su tarjeta o agregue una foto de la tarjeta.',
  'memberId.format': 'Escriba el número de miembro como aparece en su tarjeta.',
  'memberId.not-recognized':
    'Su seguro no reconoce este número de miembro. Compárelo con su tarjeta, también las letras. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'memberId.not-found':
    'Su seguro no encontró a nadie con este número de miembro. Compare con su tarjeta el número, el nombre y la fecha de nacimiento. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'groupNumber.mismatch':
    'Su seguro tiene otro número de grupo. Revise su tarjeta o déjelo en blanco. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'givenName.required': 'Escriba el nombre del paciente.',
  'givenName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'familyName.required': 'Escriba el apellido o los apellidos del paciente.',
  'familyName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'birthDate.required': 'Escriba la fecha de nacimiento del paciente.',
  'birthDate.format': 'Escriba una fecha de nacimiento real, con los 4 números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que ya haya pasado.',
  'birthDate.mismatch':
    'Su seguro tiene otra fecha de nacimiento para este número de miembro. Revise el día, el mes y el año. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'phone.required': 'Escriba su teléfono o su correo electrónico para que le respondamos.',
  'phone.format': 'Escriba el teléfono completo, por ejemplo 555-010-0123.',
  'email.format': 'Escriba un correo electrónico, por ejemplo nombre@example.org.',
  'legalSex.mismatch':
    'En su seguro figura otra cosa. Elija lo que figura en su seguro. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'service.not-allowed': 'Elija otro servicio, o no elija ninguno y díganoslo cuando le llamemos.',
  'cards.format': 'No podemos leer esta foto. Tómela otra vez o escriba el número de miembro.',
  'cards.required': 'Agregue una foto de la tarjeta.',
  'consent.privacy.required': 'Marque la casilla y lo averiguaremos por usted.',

  'subscriber.hint': 'Escriba su nombre como aparece en la tarjeta.',
  'subscriber.required': 'Díganos a nombre de quién está el plan. Su seguro lo preguntará.',
  'subscriber.givenName.label': 'Nombre de esa persona',
  'subscriber.givenName.required': 'Escriba el nombre de la persona titular del plan.',
  'subscriber.givenName.mismatch':
    'Su seguro tiene otro nombre para esta persona. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'subscriber.familyName.label': 'Apellidos de esa persona',
  'subscriber.familyName.required': 'Escriba los apellidos de la persona titular del plan.',
  'subscriber.familyName.mismatch':
    'Su seguro tiene otro nombre para esta persona. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'subscriber.birthDate.label': 'Fecha de nacimiento de esa persona',
  'subscriber.birthDate.hint': 'Si la sabe. Muchos seguros la piden.',
  'subscriber.birthDate.required': 'Escriba la fecha de nacimiento de la persona titular del plan.',
  'subscriber.birthDate.format': 'Escriba una fecha de nacimiento real, con los 4 números del año.',
  'subscriber.birthDate.future': 'Escriba una fecha de nacimiento que ya haya pasado.',
  'subscriber.birthDate.mismatch':
    'Su seguro tiene otra fecha de nacimiento para esta persona. Revise el día, el mes y el año. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',

  'secondary.legend': 'Su segundo plan',
  'secondary.payer.label': 'Compañía del segundo plan',
  'secondary.payer.hint': 'Empiece a escribir el nombre que aparece en la segunda tarjeta.',
  'secondary.payer.required':
    'Escriba el nombre del segundo seguro o desmarque “Tengo un segundo plan”.',
  'secondary.memberId.label': 'Número de miembro del segundo plan',
  'secondary.groupNumber.label': 'Número de grupo del segundo plan',

  'estimate.title': 'Usted tiene derecho a un estimado de buena fe',
  'estimate.what':
    'Si paga sin seguro, debemos darle un estimado del costo por escrito antes de su visita. En inglés se llama “Good Faith Estimate”.',
  'estimate.call':
    'Solo pregúntenos cuánto cuesta una visita. Tendrá el estimado en un plazo de 3 días hábiles.',
  'estimate.details.title': '¿A dónde le enviamos su estimado?',
  'estimate.details.text':
    'Muestra lo que esperamos que cuesten sus visitas, punto por punto. Si solo nos da un teléfono, le llamaremos para preguntar a dónde enviarlo.',
  'submit.estimate': 'Pedir mi estimado',

  'sent.title': 'Estamos verificando su plan',
  'sent.title.estimate': 'Estamos preparando su estimado',
  'sent.text': 'Una persona de nuestro equipo preguntará a su seguro y le responderá {reply}.',
  'sent.how': 'Usaremos el teléfono o el correo electrónico que nos dio.',
  'sent.book': 'No tiene que esperar para pedir una cita.',
  'sent.book.button': 'Solicitar una cita',
};
export default es;
