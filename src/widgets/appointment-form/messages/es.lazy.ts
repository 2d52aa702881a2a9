import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';
import type { waitlist } from '../parts/waitlist.lazy/messages.js';

const es: SameKeys<typeof en & typeof waitlist> = {
  ...formEs,
  heading: 'Solicite una cita',
  intro:
    'Díganos qué necesita y cuándo puede venir. Le responderemos {reply} para acordar la hora.',
  reply: 'lo antes posible',
  'intro.slots': 'Elija una hora disponible o díganos cuándo le gustaría venir.',
  'submit.slot': 'Reservar esta hora',
  submit: 'Enviar mi solicitud',

  'emergency.title': 'Si necesita ayuda ahora mismo',
  'emergency.US.988':
    'Llame al 988, la Línea de Prevención del Suicidio y Crisis (oprima 2 para español), a cualquier hora',
  'emergency.US.988-text': 'Envíe la palabra AYUDA por mensaje de texto al 988',
  'emergency.US.988-chat': 'Chatee en 988lifeline.org',
  'emergency.US.911': 'En una emergencia, llame al 911',
  'emergency.elsewhere': 'En una emergencia, llame al número de emergencias de su localidad.',

  exit: 'Salir de esta página ahora',
  'step.who': '¿Para quién es esta cita?',
  'step.visit': 'Sobre su visita',
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
  'chosenName.label': '¿Cómo prefiere que le llamemos?',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint':
    'Preguntamos porque algunos tratamientos tienen una edad mínima. Ejemplo: 27 3 1985',
  'birthDate.required': 'Escriba la fecha de nacimiento.',
  'birthDate.format': 'Escriba una fecha de nacimiento real, con los 4 números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que ya haya pasado.',
  'newPatient.label': '¿Es su primera visita a nuestra clínica?',

  'phone.label': 'Teléfono',
  'phone.hint': 'Denos un teléfono o un correo electrónico. No necesitamos los dos.',
  'phone.required': 'Escriba su teléfono o su correo electrónico para que le respondamos.',
  'phone.format': 'Escriba el teléfono completo, por ejemplo 555-010-0123.',
  'email.label': 'Correo electrónico',
  'email.required': 'Escriba un correo electrónico.',
  'email.format': 'Escriba un correo electrónico, por ejemplo nombre@example.org.',
  'contactBy.label': '¿Cómo prefiere que nos comuniquemos con usted?',
  'contactBy.phone': 'Llamada telefónica',
  'contactBy.text': 'Mensaje de texto',
  'contactBy.email': 'Correo electrónico',
  'callTime.label': 'Mejor hora para llamarle',
  'callTime.morning': 'Por la mañana',
  'callTime.midday': 'Alrededor del mediodía',
  'callTime.afternoon': 'Por la tarde',
  'callTime.evening': 'Al final de la tarde',
  'callTime.any': 'A cualquier hora',
  'voicemailOk.label': '¿Podemos dejarle un mensaje de voz?',

  'service.label': '¿Qué tipo de cita necesita?',
  'service.hint': '¿No está seguro? Déjelo sin elegir y lo hablaremos.',
  'location.label': '¿En qué sede?',
  'visit.label': '¿En persona o por video?',
  'visit.in-person': 'En la clínica',
  'visit.telehealth': 'Por video',
  'clinician.label': '¿Desea ver a alguien en particular?',
  'clinician.any': 'Sin preferencia',
  'clinician.same': 'Quien me atendió la última vez',

  'preferences.label': 'Días que le convienen',
  'preferences.hint':
    'Elija hasta tres. Es una solicitud: le llamaremos o escribiremos para confirmar la hora.',
  'preferences.required': 'Elija al menos un día que le convenga.',
  'preferences.format': 'Elija un día del calendario.',
  'preferences.past': 'Elija un día que todavía no haya pasado.',
  'preferences.day': 'Día {number}',
  'preferences.time': 'Hora del día {number}',
  'preferences.more': 'Agregar otro día',
  'time.morning': 'Por la mañana',
  'time.midday': 'Alrededor del mediodía',
  'time.afternoon': 'Por la tarde',
  'time.evening': 'Al final de la tarde',
  'time.any': 'A cualquier hora',

  'reason.label': '¿Hay algo que le gustaría que sepamos?',
  'reason.hint':
    'Basta una frase. No incluya detalles de su salud, por favor. De eso hablaremos juntos.',
  'reason.too-long': 'Escriba 500 caracteres como máximo.',
  'interpreter.label': '¿Desea un intérprete?',
  'access.label': '¿Qué le facilitaría la visita?',
  'guardian.label': 'Datos de quien ayuda al paciente',
  'legalSex.label': 'Sexo según su tarjeta del seguro',
  'slot.label': 'Hora',
  'slot.required': 'Elija una hora.',
  'slot.not-allowed': 'Esa hora ya no está disponible. Elija otra.',
  'slot.taken': 'Otra persona acaba de tomar esa hora. Elija otra.',
  'coverageRef.label': 'Verificación del seguro',
  'answers.label': 'Preguntas de la clínica',

  'consent.privacy': 'Acepto que la clínica use lo que escribo aquí para responder a mi solicitud.',
  'consent.privacy.required': 'Marque la casilla para que podamos responder a su solicitud.',

  'sent.received.title': 'Recibimos su solicitud',
  'sent.received.text':
    'Su cita todavía no está reservada. Le responderemos {reply} para acordar la hora.',
  'sent.confirmed.title': 'Su cita está reservada',
  'sent.confirmed.text': 'Le esperamos.',
  'sent.call': 'Si algo cambia, llámenos al {phone}',

  'guardian.hint':
    'Si usted es la madre, el padre, el tutor o alguien que ayuda, díganos quién es.',
  'guardian.givenName.label': 'Su nombre',
  'guardian.givenName.required': 'Escriba su nombre.',
  'guardian.familyName.label': 'Sus apellidos',
  'guardian.familyName.required': 'Escriba sus apellidos.',
  'guardian.phone.label': 'Su teléfono',
  'guardian.phone.required': 'Escriba un teléfono donde podamos comunicarnos con usted.',
  'guardian.phone.format': 'Escriba su teléfono completo, por ejemplo 555-010-0123.',
  'guardian.relationship.label': '¿Cuál es su relación con el paciente?',
  'guardian.relationship.hint': 'Por ejemplo: madre, tutor, esposo, cuidadora',
  'guardian.relationship.required': 'Escriba cuál es su relación con el paciente.',

  'about.other':
    'Escriba el nombre y la fecha de nacimiento del paciente. El teléfono y el correo pueden ser los suyos.',

  'interpreter.hint': 'Gratis, en cualquier idioma hablado o de señas.',
  'interpreter.ase': 'Lengua de señas americana (ASL)',

  'access.needs.label': '¿Qué le facilitaría la visita?',
  'access.needs.step-free': 'Acceso sin escaleras',
  'access.needs.hearing': 'Ayuda para oír',
  'access.needs.sight': 'Ayuda para ver o leer',
  'access.needs.quiet': 'Un lugar tranquilo para esperar',
  'access.needs.companion': 'Alguien viene conmigo',
  'access.note.label': 'Otra cosa que le ayudaría',
  'access.note.too-long': 'Escriba 500 caracteres como máximo.',

  'legalSex.hint': 'Lo preguntamos solo porque su seguro lo verifica.',
  'legalSex.female': 'Femenino',
  'legalSex.male': 'Masculino',
  'legalSex.other': 'Otro',
  'legalSex.unknown': 'No estoy seguro',

  'age.title': 'Esto es para personas de {age} años o más.',
  'age.text':
    'Puede enviarlo de todos modos. Le diremos cómo podemos ayudarle o quién puede. O llámenos ahora.',

  'insurance.sent':
    'Enviamos su verificación del seguro y esperamos la respuesta. Completamos lo que ya nos dijo.',
  'insurance.checked': 'Seguro verificado. Completamos lo que ya nos dijo.',

  'waitlist.title': 'Entre en la lista de espera',
  'waitlist.text':
    'Le avisaremos cuando se libere una hora o haya una más temprana. Esto no reserva una cita. Puede salir de la lista cuando quiera.',
  'waitlist.back': 'Volver a los horarios',
  'submit.waitlist': 'Entrar en la lista de espera',
  'waitlist.sent.title': 'Está en la lista de espera',
  'waitlist.sent.text':
    'Todavía no hay nada reservado. Cuando se libere una hora, contactaremos a las personas en el orden de la lista para preguntar si les conviene.',
};
export default es;
