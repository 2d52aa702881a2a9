import type { FailureReason, ReceiptStatus } from '../contract/index.js';

/** What the detail of every event contains. No detail contains what a visitor typed or chose about themselves. */
export interface ClinicDetail {
  /** The plain tag, also for an aliased element: `appointment-form` */
  widget: string;
  /** The element's id, or the id of its marker, or `<tag>-1`, `<tag>-2` … in order of appearance */
  instance: string;
  /** The `partner` it was configured with */
  partner?: string;
  /** Sandbox mode: nothing is sent */
  sandbox?: true;
}

/** Every event by name, with its detail. */
export interface ClinicEvents {
  /** First usable render */
  'clinic-ready': ClinicDetail;
  /** The visitor's first edit */
  'clinic-start': ClinicDetail;
  /** A step is shown; both count from 1 */
  'clinic-step': ClinicDetail & { step: number; steps: number };
  /** Validation failed, in the widget or at the endpoint. Field names, never their values */
  'clinic-invalid': ClinicDetail & { fields: string[] };
  /** Before a submission is sent; `preventDefault()` stops it. `id`: the submission's UUID */
  'clinic-submit': ClinicDetail & { id: string };
  /** The endpoint accepted the submission; `reference` is the receipt's */
  'clinic-submitted': ClinicDetail & { id: string; reference: string; status: ReceiptStatus };
  /** Sending failed; *Try again* sends the same submission with the same id */
  'clinic-failed': ClinicDetail & { id: string; reason: FailureReason; httpStatus?: number };
  /** The hold on a chosen time changed */
  'clinic-slot': ClinicDetail & { state: 'held' | 'released' | 'expired' | 'taken' };
  /** The endpoint answered an insurance check; `ref` is the receipt's reference */
  'clinic-coverage': ClinicDetail & { ref: string; status: 'answered' | 'pending' };
  /** An FAQ answer was opened or closed; `entry` is its id */
  'clinic-faq-toggle': ClinicDetail & { entry: string; open: boolean };
  /** An FAQ search ended: the number of results, never the search words */
  'clinic-faq-search': ClinicDetail & { results: number };
  /** "Was this helpful?" was answered */
  'clinic-faq-feedback': ClinicDetail & { entry: string; helpful: boolean };
  /** Asks a widget to open; `target` is its tag or instance. `preventDefault()` stops it */
  'clinic-open': ClinicDetail & { target: string; service?: string; ref?: string };
  /** A configuration error that prevents something from working */
  'clinic-error': ClinicDetail & { code: string; message: string };
}

/** The name of an event, such as `clinic-submitted`. */
export type ClinicEventType = keyof ClinicEvents;

/** Whether `preventDefault()` has an effect on an event. */
export const cancelable: Record<ClinicEventType, boolean> = {
  'clinic-ready': false,
  'clinic-start': false,
  'clinic-step': false,
  'clinic-invalid': false,
  'clinic-submit': true,
  'clinic-submitted': false,
  'clinic-failed': false,
  'clinic-slot': false,
  'clinic-coverage': false,
  'clinic-faq-toggle': false,
  'clinic-faq-search': false,
  'clinic-faq-feedback': false,
  'clinic-open': true,
  'clinic-error': false,
};

/** The names of all events. */
export const eventTypes = Object.keys(cancelable) as ClinicEventType[];

type ClinicEventMap = { [Type in ClinicEventType]: CustomEvent<ClinicEvents[Type]> };

declare global {
  // HTMLElementEventMap, DocumentEventMap and WindowEventMap all extend this one.
  interface GlobalEventHandlersEventMap extends ClinicEventMap {}
}
