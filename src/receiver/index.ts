/** The receiver: `createReceiver`, the two stores and the eligibility adapters. `clinic-widgets/receiver` in the package. */
export { createReceiver } from './receiver.js';
export type { Eligibility, Limits, ReceiverOptions } from './options.js';
export { CheckRefused } from './eligibility/refused.js';
export { stedi } from './eligibility/stedi.js';
export { x12271 } from './eligibility/x12.js';
export { fhir } from './eligibility/fhir.js';
export { usualServices, type Insurers, type ServiceCodes } from './eligibility/insurers.js';
export {
  StoreError,
  type Card,
  type Hold,
  type ListedSubmission,
  type NewEntry,
  type SlotTime,
  type Store,
  type Stored,
} from './store.js';
export { sqliteStore } from './stores/sqlite.js';
export { postgresStore } from './stores/postgres.js';
