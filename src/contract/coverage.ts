/** Money as the payer states it. Never a float of unknown currency; a missing amount is missing, not zero. */
export interface Money {
  amount: number;
  /** ISO 4217, `USD` */
  currency: string;
}

/** What a plan pays for one service, as far as it is known. */
export interface Benefit {
  service: string;
  copay?: Money;
  /** Share of the patient, 0 to 1 */
  coinsurance?: number;
  deductible?: Money;
  deductibleLeft?: Money;
  priorAuthorization?: boolean;
  note?: string;
}

/** The answer to a benefits check, whatever system it came from. `network` is the clinic's own table; the payer's flag is a hint. */
export interface Coverage {
  outcome: 'active' | 'inactive' | 'pending' | 'unknown';
  network: 'in' | 'out' | 'unknown';
  payer: string;
  plan?: string;
  benefits: Benefit[];
  /** RFC 3339 */
  asOf: string;
  source: string;
}

/** The longest name of an insurer, in characters: in the clinic's list as in a submission, so that whatever is listed can be sent. */
export const longestPayerName = 200;

/** One insurer of the clinic's list; `network` is what the clinic's contracts say. */
export interface Payer {
  id: string;
  name: string;
  aliases?: string[];
  states?: string[];
  network: 'in' | 'out' | 'ask';
  /** A public program, whose patients are never shown an estimate; without it the name tells */
  program?: 'medicare' | 'medicaid' | 'tricare' | 'va';
}
