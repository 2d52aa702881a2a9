import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'card.active': 'Su plan está activo',
  'card.inactive': 'Hoy su plan no está activo',
  'card.inactive.text':
    'Eso nos dijo su seguro. Puede que el plan haya cambiado o que el número sea de una tarjeta vieja. Revise su tarjeta o llámenos, y le ayudaremos a resolverlo.',

  'card.network.in': 'Estamos dentro de la red de su seguro.',
  'card.network.out': 'No estamos dentro de la red de su seguro. Puede que tenga que pagar más.',
  'card.network.unknown':
    'No hemos confirmado si estamos dentro de la red de su seguro. Lo averiguaremos por usted.',

  'card.amounts': 'Lo que quizás pague',
  'card.visit': 'Una visita',
  'card.copay': 'Copago',
  'card.copay.hint': 'Lo paga en cada visita.',
  'card.coinsurance': 'Coseguro',
  'card.coinsurance.hint': 'Su parte del costo.',
  'card.deductible': 'Deducible',
  'card.deductible.hint': 'Lo paga usted cada año antes de que pague su plan.',
  'card.left': 'Deducible restante',
  'card.left.hint': 'Lo que todavía le falta pagar.',
  'card.missing': 'Su seguro no dio este dato',
  'card.none': 'Su seguro no dio cantidades para esto. Las pediremos por usted.',
  'card.second': 'Esto es de su plan principal. El segundo puede cambiar lo que usted paga.',
  'card.source': '{source}, {date}',
  'card.source.undated': '{source}, fecha desconocida',
  'card.insurer': 'Su seguro',
  'card.note': 'En sus palabras: {note}',

  'card.approval': 'Autorización previa',
  'card.approval.yes': 'Puede que su plan deba autorizar esto antes. Lo pediremos con usted.',
  'card.approval.no': 'Su seguro dice que no tiene que pedir permiso antes.',
  'card.approval.open': 'Puede que su plan deba autorizar esto antes. Lo averiguaremos por usted.',

  'card.promise': 'Esto es lo que nos dijo su seguro. No es una promesa de que vaya a pagar.',
  'card.next':
    'Siguiente paso: solicite una cita. Revisaremos el costo con usted antes de que venga.',
  'card.next.inactive': 'Siguiente paso: llámenos o solicite una cita. Lo revisaremos con usted.',
};
export default es;
