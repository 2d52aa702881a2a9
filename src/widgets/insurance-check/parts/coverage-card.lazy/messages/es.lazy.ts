import type { SameKeys } from '../../../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  'card.active': 'Su plan está activo',
  'card.inactive': 'Hoy su plan no está activo',
  'card.inactive.text':
    'Así lo dice su seguro. Puede que el plan haya cambiado o que el número sea de una tarjeta vieja. Mire su tarjeta o llámenos. Podemos ayudarle a saberlo.',

  'card.network.in': 'Estamos dentro de la red de su seguro.',
  'card.network.out': 'No estamos dentro de la red de su seguro. Puede que tenga que pagar más.',
  'card.network.unknown':
    'Sin confirmar: si estamos dentro de la red de su seguro. Lo averiguamos por usted.',

  'card.amounts': 'Lo que quizás tenga que pagar',
  'card.visit': 'Una visita',
  'card.copay': 'Copago',
  'card.copay.hint': 'Lo paga en cada visita.',
  'card.coinsurance': 'Coseguro',
  'card.coinsurance.hint': 'Su parte del costo.',
  'card.deductible': 'Deducible',
  'card.deductible.hint': 'Lo paga usted cada año antes de que pague su plan.',
  'card.left': 'Deducible que falta',
  'card.left.hint': 'De esa suma, todavía le falta pagar esto.',
  'card.missing': 'Su seguro no lo dijo',
  'card.none': 'Su seguro no dio ninguna cantidad para esto. Se la pedimos por usted.',
  'card.second': 'Esto es de su primer plan. El segundo puede cambiar lo que usted paga.',
  'card.source': '{source}, {date}',
  'card.source.undated': '{source}, sin fecha',
  'card.insurer': 'Su seguro',
  'card.note': 'En sus palabras: {note}',

  'card.approval': 'Permiso previo',
  'card.approval.yes':
    'Puede que antes necesite un permiso de su plan (autorización previa). Lo pedimos con usted.',
  'card.approval.no': 'Su seguro dice que no necesita ningún permiso antes.',
  'card.approval.open': 'Puede que antes necesite un permiso de su plan. Lo averiguamos por usted.',

  'card.promise': 'Esto nos dijo su seguro. No es una promesa de que vaya a pagar.',
  'card.next': 'Lo que sigue: pida una visita. Antes de venir, vemos el costo con usted.',
  'card.next.inactive': 'Lo que sigue: llámenos o pida una visita. Podemos verlo con usted.',
};
export default es;
