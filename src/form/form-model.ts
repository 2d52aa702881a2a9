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

/** A widget that sends: what its page may set beside the endpoint. */
export interface PostingElement extends ClinicElement {
  deliver?: Deliver | undefined;
  fetch?: typeof fetch | undefined;
}

/** The words that every form has, and those of its own: a label for each field, a heading, what its button says. */
export type FormWords<Type extends SubmissionType> = {
  readonly [Key in keyof typeof en]: string;
} & LabelsOf<Type> & {
    readonly heading: string;
    readonly submit: string;
  } & Readonly<Record<string, string>>;

export interface FormOptions {
  /** False: the widget has something to show also where nothing can be sent. Default true */
  needsEndpoint?: boolean;
  /** What leads through the form, where it is not all on one page */
  flow?: () => FormFlow | undefined;
  /** Loads what the widget needs once someone is in the form, and gives the words that came with it */
  load?: () => Promise<LaterWords | undefined>;
  /** Gets what was accepted, once, before the answers are forgotten; it stays in memory. The confirmation waits for it */
  accepted?: (submission: Submission, receipt: Receipt) => void | Promise<void>;
  /** Called when something was entered. The shield stops `input` at the window, so a widget cannot listen for it */
  entered?: () => void;
  /** The key of what the sending button says, where that depends on the answers. Default `submit` */
  submitKey?: () => string;
  /** What the widget draws right after a field, by its name */
  after?: (name: string) => unknown;
}

/** What one form is at a moment: what it asks, what was answered, where it goes and how far it has come. It draws nothing. */
export class FormModel {
  status: Status = { is: 'editing' };
  /** Whether the visitor has entered anything */
  started = false;
  /** Where the focus goes once the form is drawn */
  focusNext?: string | undefined;
  /** The widget's root, once an event has told it: a closed root is handed to nobody */
  root?: ShadowRoot;
  readonly answers = new AnswerStore();
  #asked!: AskedFields;
  #destination!: Destination;

  constructor(
    readonly host: PostingElement,
    readonly words: Messages<FormWords<SubmissionType>>,
    readonly options: FormOptions,
  ) {}

  /** Asks by this form from now on, under the same answers. Returns false where it does already. */
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

  /** The consents of the form, those included that this visitor is not asked. */
  get consents(): AskedConsent[] {
    const { type } = this.#asked.form;
    return consentsAsked(type, this.host.clinic, this.words, this.#destination.documents);
  }

  /** What validation and submission look at. */
  get questions() {
    return { fields: this.#asked, consents: this.consents };
  }

  /** True when there is somewhere to send to. */
  get canSend(): boolean {
    return (
      this.host.settings.sandbox ||
      this.host.deliver !== undefined ||
      this.#destination.endpoint !== undefined
    );
  }

  /** The form as it stands in the page. */
  get element(): HTMLFormElement | undefined {
    return this.root?.querySelector('form') ?? undefined;
  }

  /** Takes another status and redraws. */
  become({ status, focus }: StatusChange) {
    this.status = status;
    this.focusNext = focus;
    this.host.requestUpdate();
  }

  /** What a refused submit or step comes to, after its `clinic-invalid` has fired. */
  rejected(issues: Issue[], message?: string): StatusChange {
    const fields = [...new Set(issues.map((issue) => this.#asked.fieldOf(controlOf(issue))))];
    if (fields.length > 0) this.host.emit('clinic-invalid', { fields });
    return {
      status: { is: 'rejected', issues, ...(message !== undefined && { message }) },
      focus: '[part~="summary"]',
    };
  }

  /**
   * Reads the controls that stand on the page into the answers.
   * @param control reads only this one
   * @returns whether an answer has changed
   */
  read(control?: string): boolean {
    const { element } = this;
    return element ? readControls(element, this.answers, control) : false;
  }

  /** Tells the fields what becomes of the submission. */
  tellFields(event: SubmissionEvent) {
    for (const name of this.#asked.names) this.#asked.field(name)?.onSubmission?.(event, name);
  }

  /** Lets the fields know that the visitor goes back past them. */
  leaveBack(names: readonly string[]) {
    for (const name of names) this.#asked.field(name)?.onBack?.();
  }

  /** Nothing of what was entered stays: after success, when nobody is there, and when the page comes back. */
  forget() {
    this.answers.clear();
    this.started = false;
    for (const name of this.#asked.names) this.#asked.field(name)?.onReset?.();
    this.element?.reset();
    this.flow?.reset();
  }
}
