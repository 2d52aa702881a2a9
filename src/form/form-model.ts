import type { Issue, Receipt, Submission, SubmissionType } from '../contract/index.js';
import type { ClinicElement } from '../element/index.js';
import type { LaterWords, Messages } from '../i18n/index.js';
import { AnswerStore } from './answers.js';
import { AskedFields, controlOf } from './asked-fields.js';
import { consentsAsked, type AskedConsent } from './consents.js';
import { readControls } from './controls.js';
import type { Form, LabelsOf, SubmissionEvent } from './define-form.js';
import type { Deliver } from './deliver.js';
import { Destination } from './destination.js';
import type { FormFlow } from './flow.js';
import type { en } from './messages/en.js';
import type { Status, StatusChange } from './status.js';

/** A widget with a form, and the settings that affect sending. */
export interface PostingElement extends ClinicElement {
  deliver?: Deliver | undefined;
  fetch?: typeof fetch | undefined;
}

/** The messages a form requires: a label for each field, a heading and the text of its button. */
export type FormWords<Type extends SubmissionType> = {
  readonly [Key in keyof typeof en]: string;
} & LabelsOf<Type> & {
    readonly heading: string;
    readonly submit: string;
  } & Readonly<Record<string, string>>;

export interface FormOptions {
  /** False if the widget is useful without sending anything. Default: true */
  needsEndpoint?: boolean;
  /** Splits the form into pages; undefined for a form on one page */
  flow?: () => FormFlow | undefined;
  /**
   * Loads what the widget needs once a visitor uses the form, and returns the messages loaded with
   * it
   */
  load?: () => Promise<LaterWords | undefined>;
  /**
   * Called once with the accepted submission, before the answers are cleared; it stays in memory.
   * The confirmation waits for the promise
   */
  accepted?: (submission: Submission, receipt: Receipt) => void | Promise<void>;
  /**
   * Called on input. The event shield stops `input` at the window, so widgets cannot listen for it
   */
  entered?: () => void;
  /** Message key of the submit button, if it depends on the answers. Default: `submit` */
  submitKey?: () => string;
  /** Content that the widget draws after a field, by the field's name */
  after?: (name: string) => unknown;
}

/** The state of a form: its fields, answers, destination and status. It has no templates. */
export class FormModel {
  status: Status = { is: 'editing' };
  /** Whether the visitor has entered anything */
  started = false;
  /** Selector of the element to focus after the next update */
  focusNext?: string | undefined;
  /** The widget's shadow root, taken from an event, because a closed root is not passed around */
  root?: ShadowRoot;
  readonly answers = new AnswerStore();
  #asked!: AskedFields;
  #destination!: Destination;

  constructor(
    readonly host: PostingElement,
    readonly words: Messages<FormWords<SubmissionType>>,
    readonly options: FormOptions,
  ) {}

  /** Switches to a form and keeps the answers. Returns false if it is already in use. */
  use(form: Form): boolean {
    if (this.#asked?.form === form) return false;
    this.#asked = new AskedFields(this.host, form, this.answers);
    this.#destination = new Destination(this.host, form.type, this.words.local);
    return true;
  }

  get asked(): AskedFields {
    return this.#asked;
  }

  get destination(): Destination {
    return this.#destination;
  }

  get flow(): FormFlow | undefined {
    return this.options.flow?.();
  }

  /** All consents of the form, including those not asked of this visitor. */
  get consents(): AskedConsent[] {
    const { type } = this.#asked.form;
    return consentsAsked(type, this.host.clinic, this.words, this.#destination.documents);
  }

  /** The fields and consents, for validation and submission. */
  get questions() {
    return { fields: this.#asked, consents: this.consents };
  }

  /** Whether there is somewhere to send to. */
  get canSend(): boolean {
    return (
      this.host.settings.sandbox ||
      this.host.deliver !== undefined ||
      this.#destination.endpoint !== undefined
    );
  }

  /** The `<form>` element. */
  get element(): HTMLFormElement | undefined {
    return this.root?.querySelector('form') ?? undefined;
  }

  /** Sets the status and redraws. */
  become({ status, focus }: StatusChange) {
    this.status = status;
    this.focusNext = focus;
    this.host.requestUpdate();
  }

  /** The status after a rejected submit or step. Fires `clinic-invalid` first. */
  rejected(issues: Issue[], message?: string): StatusChange {
    const fields = [...new Set(issues.map((issue) => this.#asked.fieldOf(controlOf(issue))))];
    if (fields.length > 0) this.host.emit('clinic-invalid', { fields });
    return {
      status: { is: 'rejected', issues, ...(message !== undefined && { message }) },
      focus: '[part~="summary"]',
    };
  }

  /**
   * Reads the controls in the page into the answers.
   *
   * @param control reads only this one
   * @returns whether an answer has changed
   */
  read(control?: string): boolean {
    const { element } = this;
    return element ? readControls(element, this.answers, control) : false;
  }

  /** Notifies the fields of a change in the submission. */
  tellFields(event: SubmissionEvent) {
    for (const name of this.#asked.names) this.#asked.field(name)?.onSubmission?.(event, name);
  }

  /** Notifies the fields that the visitor goes back past them. */
  leaveBack(names: readonly string[]) {
    for (const name of names) this.#asked.field(name)?.onBack?.();
  }

  /**
   * Clears all answers: after success, after the idle timeout, and when the page is restored from
   * the back/forward cache.
   */
  forget() {
    this.answers.clear();
    this.started = false;
    for (const name of this.#asked.names) this.#asked.field(name)?.onReset?.();
    this.element?.reset();
    this.flow?.reset();
  }
}
