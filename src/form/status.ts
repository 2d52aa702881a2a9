import type { FailureReason } from '../transport/index.js';
import type { Issue, Receipt } from '../contract/index.js';

/** The status of a form. Each status has one announcement. */
export type Status =
  | { is: 'editing' }
  /** `note`: text about what takes long */
  | { is: 'checking' | 'sending'; note?: string }
  | { is: 'retrying'; attempt: number }
  | { is: 'sent'; receipt: Receipt }
  | { is: 'rejected'; issues: Issue[]; message?: string }
  | { is: 'not-confirmed'; reason: FailureReason };

/** Whether a second submit is ignored in this status. */
export const busy = ({ is }: Status) => is === 'checking' || is === 'sending' || is === 'retrying';

/** A new status and the element to focus with it, as a selector in the shadow root. */
export interface StatusChange {
  status: Status;
  focus?: string;
}
