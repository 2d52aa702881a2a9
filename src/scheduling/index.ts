export { Scheduling } from './slot-field.js';
export type { SlotFilter } from './availability.js';
export type { ChosenSlot } from './slot-booking.js';
