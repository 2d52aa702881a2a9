/** Splits a form into pages: which fields are shown now, and what the button does. */
export interface FormFlow {
  /** Whether the button sends the form; otherwise it goes to the next page */
  readonly sends: boolean;
  /** Message key of the submit button. Default: `submit` */
  readonly submitKey?: string;
  /** The names of all asked fields, in order */
  readonly order: readonly string[];
  /** Whether a control is currently shown */
  shows(control: string): boolean;
  /**
   * Goes to the next page.
   *
   * @param open the controls that still need an answer
   */
  next(open: readonly string[]): void;
  /** Goes to the page of a field without drawing it. Returns false if there is none */
  turnTo(field: string): boolean;
  /** Content beside the submit button */
  aside(): unknown;
  /** Called when all answers were cleared: returns to the first page */
  reset(): void;
}
