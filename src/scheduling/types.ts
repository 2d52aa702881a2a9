import type { Appointment } from '../contract/index.js';

/** A time as it travels. */
export type WireSlot = NonNullable<Appointment['slot']>;

/** What the other answers leave of all times, by ids of the clinic's own lists. */
export interface SlotFilter {
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
  visit?: string | undefined;
}

/** The answer of a form: the chosen time, and what the list says of it. */
export interface ChosenSlot extends WireSlot, SlotFilter {}

/** How a visitor asks for a visit: by choosing a time, by naming days, or by joining the waitlist. */
export type SlotMode = 'times' | 'request' | 'waitlist';
