import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';
import type { waitlist } from '../parts/waitlist.lazy/messages.js';

const es: SameKeys<typeof en & typeof waitlist> = {
  ...formEs,
  heading: 'Solicite una cita',
  intro:
    'Díganos qué necesita y cuándo puede venir. Le respondemos {reply} y acordamos la hora con usted.',
  reply: 'lo antes posible',
  'intro.slots': 'Elija una hora libre o díganos cuándo le gustaría venir.',
  'submit.slot': 'Reservar esta hora',
  submit: 'Enviar mi solicitud',

  'emergency.title': 'Si necesita ayuda ahora mismo',
  'emergency.US.988':
    'Llame al 988, la Línea de Prevención del Suicidio y Crisis (oprima 2 para español), a cualquier hora',
  'emergency.US.988-text': 'O envíe la palabra AYUDA por mensaje de texto al 988',
  'emergency.US.988-chat': 'O chatee en 988lifeline.org',
  'emergency.US.911': 'En una emergencia, llame al 911',
  'emergency.elsewhere': 'En una emergencia, llame al número de emergencias de su localidad.',

  exit: 'Salir de esta página ahora',
  'step.who': '¿Para quién es esta cita?',
  'step.visit': 'Qué necesita y dónde',
  'step.when': '¿Cuándo le conviene?',
  'step.about': 'Sus datos',

  'forWhom.label': 'La cita es',
  'forWhom.self': 'Para mí',
  'forWhom.other': 'Para otra persona',
  'forWhom.required': 'Elija para quién es la cita.',
  'givenName.label': 'Nombre',
  'givenName.required': 'Escriba el nombre.',
  'givenName.hint': '',
  'familyName.label': 'Apellidos',
  'familyName.required': 'Escriba los apellidos.',
  'chosenName.label': 'Nombre con el que prefiere que le llamemos',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint': 'Algunos tratamientos tienen una edad mínima. Por ejemplo 27 3 1985',
  'birthDate.required': 'Escriba la fecha de nacimiento.',
  'birthDate.format':
    'Escriba una fecha de nacimiento real, con día, mes y los cuatro números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que no esté en el futuro.',
  'newPatient.label': '¿Es la primera visita a nuestra clínica?',

  'phone.label': 'Teléfono',
  'phone.hint': 'Basta con un teléfono o un correo electrónico.',
  'phone.required': 'Escriba un teléfono o un correo electrónico para que podamos responderle.',
  'phone.format': 'Escriba el teléfono con todos sus números, por ejemplo 555 010 0123.',
  'email.label': 'Correo electrónico',
  'email.required': 'Escriba un correo electrónico.',
  'email.format': 'Escriba un correo electrónico como nombre@example.org.',
  'contactBy.label': '¿Cómo prefiere que le respondamos?',
  'contactBy.phone': 'Llamada',
  'contactBy.text': 'Mensaje de texto',
  'contactBy.email': 'Correo electrónico',
  'callTime.label': 'Mejor hora para llamarle',
  'callTime.morning': 'Por la mañana',
  'callTime.midday': 'Hacia el mediodía',
  'callTime.afternoon': 'Por la tarde',
  'callTime.evening': 'Al final de la tarde',
  'callTime.any': 'A cualquier hora',
  'voicemailOk.label': '¿Podemos dejarle un mensaje de voz?',

  'service.label': '¿Para qué le gustaría venir?',
  'service.hint': '¿No está seguro? Déjelo sin elegir; lo conversamos con usted.',
  'location.label': '¿En qué sede?',
  'visit.label': '¿Dónde prefiere la cita?',
  'visit.in-person': 'En la clínica',
  'visit.telehealth': 'Por video',
  'clinician.label': '¿Desea ver a alguien en particular?',
  'clinician.any': 'Sin preferencia',
  'clinician.same': 'Quien me atendió la última vez',

  'preferences.label': 'Días que le convienen',
  'preferences.hint':
    'Hasta tres. Es una solicitud; le llamamos o escribimos para acordar la hora.',
  'preferences.required': 'Elija al menos un día que le convenga.',
  'preferences.format': 'Elija un día del calendario.',
  'preferences.past': 'Elija un día que aún no haya pasado.',
  'preferences.day': 'Día {number}',
  'preferences.time': 'Parte del día {number}',
  'preferences.more': 'Añadir otro día',
  'time.morning': 'Por la mañana',
  'time.midday': 'Hacia el mediodía',
  'time.afternoon': 'Por la tarde',
  'time.evening': 'Al final de la tarde',
  'time.any': 'A cualquier hora',

  'reason.label': '¿Qué le gustaría que sepamos?',
  'reason.hint':
    'Basta una frase. No incluya detalles de su salud, por favor; de eso hablaremos en persona.',
  'reason.too-long': 'Escriba 500 caracteres como máximo.',
  'interpreter.label': '¿Desea un intérprete?',
  'access.label': '¿Qué le facilitaría la visita?',
  'guardian.label': 'Quién responde por el paciente',
  'legalSex.label': 'Sexo según su tarjeta del seguro',
  'slot.label': 'Hora',
  'slot.required': 'Elija una hora.',
  'slot.not-allowed': 'Esa hora ya no se ofrece. Elija otra.',
  'slot.taken': 'Otra persona acaba de tomar esa hora. Elija otra.',
  'coverageRef.label': 'Verificación del seguro',
  'answers.label': 'Preguntas de la clínica',

  'consent.privacy': 'Acepto que la clínica use lo que escribo aquí para responder a mi solicitud.',
  'consent.privacy.required': 'Marque la casilla para que podamos responder a su solicitud.',

  'sent.received.title': 'Recibimos su solicitud',
  'sent.received.text':
    'La cita aún no está reservada. Le respondemos {reply} y acordamos la hora con usted.',
  'sent.confirmed.title': 'Su cita está reservada',
  'sent.confirmed.text': 'Le esperamos.',
  'sent.call': 'Si algo cambia, llámenos: {phone}',

  'guardian.hint': 'Madre, padre, tutor o quien ayude al paciente.',
  'guardian.givenName.label': 'Su nombre',
  'guardian.givenName.required': 'Escriba su nombre.',
  'guardian.familyName.label': 'Sus apellidos',
  'guardian.familyName.required': 'Escriba sus apellidos.',
  'guardian.phone.label': 'Su teléfono',
  'guardian.phone.required': 'Escriba un teléfono donde podamos encontrarle.',
  'guardian.phone.format': 'Escriba su teléfono con todos sus números, por ejemplo 555 010 0123.',
  'guardian.relationship.label': 'Qué es usted del paciente',
  'guardian.relationship.hint': 'Por ejemplo madre, tutor, esposo, cuidadora',
  'guardian.relationship.required': 'Escriba qué es usted del paciente.',

  'about.other':
    'El nombre y la fecha de nacimiento son los de la persona que viene. El teléfono y el correo pueden ser los suyos.',

  'interpreter.hint': 'Sin costo, en cualquier idioma y en lengua de señas.',
  'interpreter.ase': 'Lengua de señas americana (ASL)',

  'access.needs.label': '¿Qué le facilitaría la visita?',
  'access.needs.step-free': 'Sin escaleras',
  'access.needs.hearing': 'Ayuda para oír',
  'access.needs.sight': 'Ayuda para ver o leer',
  'access.needs.quiet': 'Un lugar tranquilo para esperar',
  'access.needs.companion': 'Vengo con alguien',
  'access.note.label': 'Otra cosa que le ayudaría',
  'access.note.too-long': 'Escriba 500 caracteres como máximo.',

  'legalSex.hint': 'Solo para su seguro, que lo compara con su tarjeta.',
  'legalSex.female': 'Femenino',
  'legalSex.male': 'Masculino',
  'legalSex.other': 'Otro',
  'legalSex.unknown': 'No lo sé',

  'age.title': 'Ofrecemos esto a partir de los {age} años.',
  'age.text':
    'Puede enviarlo de todos modos; le diremos qué podemos hacer o quién puede ayudarle. También puede hablar con nosotros ahora.',

  'insurance.sent':
    'Verificación del seguro enviada; falta la respuesta. Pusimos aquí sus respuestas; no tiene que escribirlas de nuevo.',
  'insurance.checked':
    'Seguro verificado. Pusimos aquí sus respuestas; no tiene que escribirlas de nuevo.',

  'waitlist.title': 'Entre en la lista de espera',
  'waitlist.text':
    'Le avisamos cuando se libere una hora o cuando haya una más temprana. Con esto no se reserva nada, y puede salir de la lista cuando quiera.',
  'waitlist.back': 'Volver a los horarios',
  'submit.waitlist': 'Entrar en la lista de espera',
  'waitlist.sent.title': 'Está en la lista de espera',
  'waitlist.sent.text':
    'Todavía no hay nada reservado. En cuanto se libere una hora le contactamos, por orden de la lista, y le preguntamos si le conviene.',
};
export default es;
