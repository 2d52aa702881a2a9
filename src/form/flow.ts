/** How a visitor is led through a form that is not all on one page: which questions stand on it now, and where the button leads. */
export interface FormFlow {
  /** Whether the button sends here; everywhere else it leads on */
  readonly sends: boolean;
  /** The key of what the sending button says, where it is not `submit` */
  readonly submitKey?: string;
  /** The names of all fields that are asked, from the first step to the last */
  readonly order: readonly string[];
  /** Whether a control stands on the page now */
  shows(control: string): boolean;
  /**
   * Goes where the visitor goes after this step.
   * @param open the controls that still need an answer
   */
  next(open: readonly string[]): void;
  /** Turns to the step that asks a field, without drawing it; false where none does */
  turnTo(field: string): boolean;
  /** Draws what stands beside the button */
  aside(): unknown;
  /** Everything entered was cleared: begins with the first step again */
  reset(): void;
}
