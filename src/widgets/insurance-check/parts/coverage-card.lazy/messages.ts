import type { SameKeys } from '../../../../i18n/index.js';

/** Messages of the result card, in words for patients: each term explains what it costs them. */
export const en = {
  'card.active': 'Your plan is active',
  'card.inactive': 'Your plan isn’t active today',
  'card.inactive.text':
    'That’s what your insurer told us. Your plan may have changed, or the number may be from an old card. Check your card or call us, and we’ll help you sort it out.',

  'card.network.in': 'We’re in network with your insurer.',
  'card.network.out': 'We’re not in network with your insurer. You may have to pay more.',
  'card.network.unknown':
    'We haven’t confirmed that we’re in network with your insurer. We’ll find out for you.',

  'card.amounts': 'What you may pay',
  'card.visit': 'A visit',
  'card.copay': 'Copay',
  'card.copay.hint': 'You pay this at each visit.',
  'card.coinsurance': 'Coinsurance',
  'card.coinsurance.hint': 'Your share of the cost.',
  'card.deductible': 'Deductible',
  'card.deductible.hint': 'You pay this much each year before your plan pays.',
  'card.left': 'Deductible remaining',
  'card.left.hint': 'What you still have to pay of it.',
  'card.missing': 'Not given by your insurer',
  'card.none': 'Your insurer didn’t give amounts for this. We’ll ask for you.',
  'card.second': 'This is for your primary plan. Your second plan may change what you pay.',
  'card.source': '{source}, {date}',
  'card.source.undated': '{source}, date unknown',
  'card.insurer': 'Your insurer',
  'card.note': 'In their words: {note}',

  'card.approval': 'Prior authorization',
  'card.approval.yes': 'Your plan may need to approve this first. We’ll request it with you.',
  'card.approval.no': 'Your insurer says you don’t need approval first.',
  'card.approval.open': 'Your plan may need to approve this first. We’ll find out for you.',

  'card.promise': 'This is what your insurer told us. It isn’t a promise that they will pay.',
  'card.next': 'Next step: request a visit. We’ll go over the cost with you before you come in.',
  'card.next.inactive': 'Next step: call us or request a visit. We’ll look into it with you.',
};

export const es: SameKeys<typeof en> = {
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
