/** The receiving end of the widgets: `createReceiver` and the two stores. `clinic-widgets/receiver` in the package. */
export { createReceiver } from './receiver.js';
export type { Eligibility, Limits, ReceiverOptions } from './options.js';
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
