/** An amount as stated by the payer, with its currency. A missing amount is undefined, not zero. */
export interface Money {
  amount: number;
  /** ISO 4217, `USD` */
  currency: string;
}

/** What a plan pays for one service, if known. */
export interface Benefit {
  service: string;
  copay?: Money;
  /** The patient's share, 0 to 1 */
  coinsurance?: number;
  deductible?: Money;
  deductibleLeft?: Money;
  priorAuthorization?: boolean;
  note?: string;
}

/**
 * The result of a benefits check, from any system. `network` comes from the clinic's own list; the
 * payer's own flag is only a hint.
 */
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

/**
 * Maximum length of an insurer's name in characters, the same in the payer list and in submissions,
 * so that every listed name can be sent.
 */
export const longestPayerName = 200;

/** One insurer of the clinic's payer list; `network` is the status by the clinic's contracts. */
export interface Payer {
  id: string;
  name: string;
  aliases?: string[];
  states?: string[];
  network: 'in' | 'out' | 'ask';
  /**
   * A public program, whose members are never shown an estimate. If undefined, it is recognized by
   * name
   */
  program?: 'medicare' | 'medicaid' | 'tricare' | 'va';
}
