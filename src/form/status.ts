import type { FailureReason } from '../transport/index.js';
import type { Issue, Receipt } from '../contract/index.js';

/** Where a form stands. Each status has one announcement. */
export type Status =
  | { is: 'editing' }
  /** `note`: in words, what is taking long */
  | { is: 'checking' | 'sending'; note?: string }
  | { is: 'retrying'; attempt: number }
  | { is: 'sent'; receipt: Receipt }
  | { is: 'rejected'; issues: Issue[]; message?: string }
  | { is: 'not-confirmed'; reason: FailureReason };

/** While one of these holds, a second submit is ignored. */
export const busy = ({ is }: Status) => is === 'checking' || is === 'sending' || is === 'retrying';

/** A status to take, and where the focus goes with it, as a selector in the root. */
export interface StatusChange {
  status: Status;
  focus?: string;
}
