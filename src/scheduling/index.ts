export { Scheduling } from './slot-field.js';
export type { ChosenSlot, SlotFilter } from './types.js';
