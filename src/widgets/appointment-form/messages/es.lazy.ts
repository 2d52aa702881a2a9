/** The initial Spanish messages of the form. Loaded when it is shown in Spanish. */
import { es as formEs, stepsEs } from '../../../form/messages/es.js';
import type { en as steps } from '../../../form/steps/messages.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en & typeof steps> = {
  ...formEs,
  ...stepsEs,
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
  'givenName.label': 'Nombre',
  'givenName.hint': '',
  'familyName.label': 'Apellidos',
  'chosenName.label': '¿Cómo prefiere que le llamemos?',
  'birthDate.label': 'Fecha de nacimiento',
  'birthDate.hint':
    'Preguntamos porque algunos tratamientos tienen una edad mínima. Ejemplo: 27 3 1985',
  'newPatient.label': '¿Es su primera visita a nuestra clínica?',

  'phone.label': 'Teléfono',
  'phone.hint': 'Denos un teléfono o un correo electrónico. No necesitamos los dos.',
  'email.label': 'Correo electrónico',
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
  'interpreter.label': '¿Desea un intérprete?',
  'access.label': '¿Qué le facilitaría la visita?',
  'guardian.label': 'Datos de quien ayuda al paciente',
  'legalSex.label': 'Sexo según su tarjeta del seguro',
  'slot.label': 'Hora',
  'coverageRef.label': 'Verificación del seguro',
  'answers.label': 'Preguntas de la clínica',
  'photo.hint': 'Una foto, por ejemplo un archivo JPEG o PNG.',
  'photo.failed': 'No se pudo agregar la foto. Inténtelo otra vez o llame a la clínica.',

  'consent.privacy': 'Acepto que la clínica use lo que escribo aquí para responder a mi solicitud.',

  'interpreter.hint': 'Gratis, en cualquier idioma hablado o de señas.',
  'interpreter.ase': 'Lengua de señas americana (ASL)',

  'access.needs.label': '¿Qué le facilitaría la visita?',
  'access.needs.step-free': 'Acceso sin escaleras',
  'access.needs.hearing': 'Ayuda para oír',
  'access.needs.sight': 'Ayuda para ver o leer',
  'access.needs.quiet': 'Un lugar tranquilo para esperar',
  'access.needs.companion': 'Alguien viene conmigo',
  'access.note.label': 'Otra cosa que le ayudaría',

  'legalSex.hint': 'Lo preguntamos solo porque su seguro lo verifica.',
  'legalSex.female': 'Femenino',
  'legalSex.male': 'Masculino',
  'legalSex.other': 'Otro',
  'legalSex.unknown': 'No estoy seguro',
};
export default es;
