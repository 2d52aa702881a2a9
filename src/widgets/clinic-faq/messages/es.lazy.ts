import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';
import type { later } from './parts.en.js';

const es: SameKeys<typeof en & typeof later> = {
  'search.label': 'Buscar preguntas',
  'open-all': 'Abrir todas',
  'close-all': 'Cerrar todas',
  'search.one': '1 pregunta',
  'search.many': '{count} preguntas',
  'search.none': 'Ninguna',
  'search.next': 'Pruebe con menos palabras o con otras.',
  'search.ask': 'O pregúntenos. Le ayudamos con gusto.',
  'ways.call': 'Llame al {phone}',
  'ways.book': 'Pedir una cita',
  'copy.link': 'Copiar enlace',
  'copy.done': 'Enlace copiado',
  'copy.by-hand': 'Copie esta dirección',
  'helpful.ask': '¿Le sirvió esta respuesta?',
  'helpful.yes': 'Sí',
  'helpful.no': 'No',
  'helpful.thanks': 'Gracias.',
  'helpful.sorry': 'Gracias por decírnoslo. Podemos ayudarle en persona:',
  'helpful.sorry-alone': 'Gracias por decírnoslo.',
  'helpful.failed': 'No pudimos recibirlo en este momento. Puede intentarlo de nuevo.',
  'reviewed.by-on': 'Revisado por {name}, {date}',
  'reviewed.by': 'Revisado por {name}',
  'reviewed.on': 'Última revisión: {date}',
};
export default es;
