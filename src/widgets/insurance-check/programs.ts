import type { Payer } from '../../contract/index.js';

export type Program = NonNullable<Payer['program']>;

/**
 * How public programs call themselves, for lists that do not say `program`. A private plan of Medicare (Medicare Advantage) answers like
 * any other plan and is none of them. "VA" alone may be Virginia.
 */
const names: Record<Program, RegExp> = {
  medicaid: /medicaid|medi-?cal\b|\bchip\b/i,
  medicare: /medicare(?!.*\badvantage)/i,
  tricare: /tricare/i,
  va: /veteran|\bchampva\b|^va$|\bva (community|health|ccn|benefits|insurance)/i,
};

/** The public program behind an insurer: as the clinic's list says, else by the name. Such plans get no estimate from us, and other words. */
export function programOf(payer: Pick<Payer, 'name' | 'program'> | undefined): Program | undefined {
  if (!payer) return undefined;
  const { program, name } = payer;
  // A list is not checked when it comes: `program` may be anything.
  if (program && Object.hasOwn(names, program)) return program;
  return (Object.keys(names) as Program[]).find((known) => names[known].test(name));
}
