/** The initial Spanish messages of the check. Loaded when it is shown in Spanish. */
import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  ...formEs,
  heading: '¿Lo cubre mi seguro?',
  intro: 'Elija su seguro para saber si trabajamos con él. No hace falta su nombre.',
  submit: 'Averiguar cuánto pagaría',

  'payer.label': 'Su compañía de seguros',
  'payer.hint': 'Empiece a escribir el nombre que aparece en su tarjeta.',
  'payer.none':
    'La lista de seguros no está disponible en este momento. Escriba el nombre, por favor.',

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
};
export default es;
