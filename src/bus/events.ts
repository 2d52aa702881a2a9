import type { FailureReason, ReceiptStatus } from '../contract/index.js';

/** What every event says. No detail ever holds what a visitor typed or chose about themselves. */
export interface ClinicDetail {
  /** The plain tag, also for an aliased element: `appointment-form` */
  widget: string;
  /** The element's id, or `<tag>-1`, `<tag>-2` … in order of appearance */
  instance: string;
  /** The `partner` it was configured with */
  partner?: string;
  /** The whole flow ran without a POST */
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
  /** A submit was refused by validation, here or by the endpoint. Names of fields, never their values */
  'clinic-invalid': ClinicDetail & { fields: string[] };
  /** About to send; `preventDefault()` stops it */
  'clinic-submit': ClinicDetail & { id: string };
  /** The endpoint accepted */
  'clinic-submitted': ClinicDetail & { id: string; reference: string; status: ReceiptStatus };
  /** Gave up for now; *Try again* sends the same submission under the same id */
  'clinic-failed': ClinicDetail & { id: string; reason: FailureReason; httpStatus?: number };
  /** A slot's life */
  'clinic-slot': ClinicDetail & { state: 'held' | 'released' | 'expired' | 'taken' };
  /** Insurance answered; `ref` is the receipt's reference */
  'clinic-coverage': ClinicDetail & { ref: string; status: 'answered' | 'pending' };
  /** An answer was opened or closed */
  'clinic-faq-toggle': ClinicDetail & { entry: string; open: boolean };
  /** A search ended: how many entries were found, never the words */
  'clinic-faq-search': ClinicDetail & { results: number };
  /** "Was this helpful?" was answered */
  'clinic-faq-feedback': ClinicDetail & { entry: string; helpful: boolean };
  /** One widget asks another, a tag or an id, to open; `preventDefault()` stops it */
  'clinic-open': ClinicDetail & { target: string; service?: string; ref?: string };
  /** A mistake in the configuration that stops something */
  'clinic-error': ClinicDetail & { code: string; message: string };
}

export type ClinicEventType = keyof ClinicEvents;

/** Which events `preventDefault()` stops. */
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
