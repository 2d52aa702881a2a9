/**
 * Recognizes public programs and has the messages their members see in place of an estimate. Loaded
 * when a visitor first uses the insurance check.
 */
import type { Payer } from '../contract/index.js';
import { Messages, type MessagesHost, type SameKeys } from '../i18n/index.js';

export type Program = NonNullable<Payer['program']>;

/**
 * Names of public programs, for lists without `program` and for typed text. Medicaid has its own
 * name in many states. A private Medicare plan (Medicare Advantage) is treated like any other plan.
 * "VA" alone may mean Virginia.
 */
const names: Record<Program, RegExp> = {
  medicaid:
    /medicaid|medi[- ]cal\b|\bs?chip\b|(tenn|sooner|badger|kan|maine|peach|denali ?|turquoise |centennial |cardinal )care|ahcccs|familycare|(mass|apple |husky )health|mo healthnet|med-?quest|star ?(\+|plus)|(oregon health|healthy indiana) plan|healthy (louisiana|connections)|health first colorado/i,
  medicare: /medicare(?!.*\badvantage)/i,
  tricare: /tricare|humana military|triwest|champus/i,
  va: /veteran|\bchampva\b|^va$|\bva (community|health|ccn|benefits|insurance)/i,
};

export const en = {
  'program.medicare':
    'What you pay depends on which parts you have, on any second plan, and on what you’ve paid this year. We won’t guess. We’ll look it up and tell you.',
  'program.medicaid':
    'The rules for plans like this differ by state and county, and some ask for a referral first. We won’t guess. Before any visit, we’ll tell you if we can see you under your plan.',
  'program.tricare':
    'Some plans like this ask for a referral or an approval before the first visit. We won’t guess. We’ll find out what yours needs and tell you.',
  'program.va':
    'Your plan pays for visits outside your care team only if that team approves them first. Ask them for a referral to us. We won’t guess. We’ll tell you what is approved.',
};

export const es: SameKeys<typeof en> = {
  'program.medicare':
    'Lo que usted paga depende de las partes que tenga, de si tiene un segundo plan y de lo que ya haya pagado este año. No vamos a adivinar. Lo averiguaremos y se lo diremos.',
  'program.medicaid':
    'Las reglas de planes como este cambian según el estado y el condado, y algunos piden antes una referencia. No vamos a adivinar. Antes de cualquier visita le diremos si podemos atenderle con su plan.',
  'program.tricare':
    'Algunos planes como este piden una referencia o una autorización antes de la primera visita. No vamos a adivinar. Averiguaremos qué pide el suyo y se lo diremos.',
  'program.va':
    'Su plan paga las visitas fuera de su equipo de atención solo si ese equipo las autoriza antes. Pídales una referencia para nosotros. No vamos a adivinar. Le diremos qué está autorizado.',
};

const named = (text: string, not?: Program): Program | undefined =>
  (Object.keys(names) as Program[]).find((known) => known !== not && names[known].test(text));

/**
 * The public program of an insurer: from the clinic's list, else by its listed name, else by the
 * typed text, which may be an alias.
 */
export function programOf(payer: Payer | undefined, written: string): Program | undefined {
  if (!payer) return named(written);
  const { program, name } = payer;
  // The list is not validated: `program` may be anything.
  if (program && Object.hasOwn(names, program)) return program;
  // A private insurer's "Medicare plan" is Medicare Advantage.
  return named(name) ?? named(written, 'medicare');
}

/** Their messages in the widget's language. */
export const programWords = (host: MessagesHost) => new Messages(host, { en, es });
