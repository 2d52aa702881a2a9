import type { PropertyDeclarations } from '@lit/reactive-element';
import { html, nothing, render, type RootPart } from 'lit/html.js';
import { ClinicElement, type Stage } from '../element/index.js';
import type { Messages } from '../i18n/index.js';
import { baseStyles, formStyles, heading } from '../theme/index.js';
import type { Deliver } from './deliver.js';
import type { Dialog } from './dialog.lazy/dialog.js';
import type { en } from './messages/en.js';
import { updateAfterPointer } from './after-pointer.js';
import { callView } from './form-view.js';

/** The messages this class uses itself. */
type Words = Pick<
  Messages<typeof en & { heading: string }>,
  't' | 'say' | 'find' | 'add' | 'local' | 'locale' | 'dir' | 'pending'
>;

/**
 * Attributes and classes that make session recorders mask content; recorders differ in which ones
 * they support.
 */
const masks = Object.entries({
  'data-clarity-mask': 'true',
  'data-dd-privacy': 'hidden',
  'data-sentry-block': '',
  'data-openreplay-hidden': '',
  'data-private': '',
  'data-hj-suppress': '',
});
const maskClasses = ['fs-exclude', 'ph-no-capture', 'rr-block', 'sentry-block'];

const mask = (element: Element) => {
  for (const [name, value] of masks)
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
};

/**
 * A widget that sends a form's answers to the endpoint that the clinic has configured, and nowhere else.
 * @fires {CustomEvent<ClinicEvents['clinic-start']>} clinic-start - The visitor's first edit
 * @fires {CustomEvent<ClinicEvents['clinic-invalid']>} clinic-invalid - A submit was rejected, by validation or by the endpoint: `fields`, names only
 * @fires {CustomEvent<ClinicEvents['clinic-submit']>} clinic-submit - Before sending: `id`; `preventDefault()` cancels it
 * @fires {CustomEvent<ClinicEvents['clinic-submitted']>} clinic-submitted - The endpoint accepted: `id`, `reference`, `status`, never an answer
 * @fires {CustomEvent<ClinicEvents['clinic-failed']>} clinic-failed - Sending has failed: `id`, `reason`, `httpStatus?`
 * @csspart form - The form
 * @csspart field - A field with its label, hint, error and control
 * @csspart label - Its label, or the legend of a group
 * @csspart hint - The line under a label
 * @csspart control - The input, select or textarea
 * @csspart error - The error message of a field
 * @csspart summary - The error summary after a rejected submit
 * @csspart status - The status of sending, and the panel after success
 * @csspart submit - The submit button; *Continue* in a step
 * @csspart progress - The progress of a form in steps
 * @csspart back - The button to the previous step
 * @csspart open - With `display`, the button that opens the widget
 * @csspart dialog - The dialog it opens in
 * @csspart close - The button that closes the dialog
 * @csspart answer - A row of the review page
 * @fires {CustomEvent<ClinicEvents['clinic-step']>} clinic-step - A step is shown: `step` (from 1), `steps`
 * @cssstate sending - Validating, sending or retrying
 * @cssstate sent - The endpoint has accepted the submission
 * @cssstate failed - The submission could not be sent or confirmed
 * @cssstate invalid - The form has errors
 */
export abstract class PostingWidget extends ClinicElement {
  static override styles = [baseStyles, formStyles].flat();

  static override properties: PropertyDeclarations = {
    display: {},
    redirect: {},
    endpoint: {},
    format: {},
    names: {},
    extra: {},
    privacy: {},
    terms: {},
    notice: {},
    sandbox: { type: Boolean },
    deliver: { attribute: false },
    fetch: { attribute: false },
  };

  /**
   * `inline` (default); `dialog`: opened by a button in its place; `floating`: opened by a button
   * at the corner of the window
   */
  declare display?: 'inline' | 'dialog' | 'floating';
  /**
   * The page to go to after the answers were accepted: same origin, or an entry of the script's
   * `data-allow`
   */
  declare redirect?: string;
  /** The URL that answers are sent to: https, same origin or loopback */
  declare endpoint?: string;
  /** Encoding of the answers: `json` (default), `form` or `multipart` */
  declare format?: 'json' | 'form' | 'multipart';
  /** Other field names for the receiver: `email:EMAIL, givenName:FNAME` */
  declare names?: string;
  /** Constant fields for the receiver: `form-name:contact` */
  declare extra?: string;
  /** Address of the privacy policy */
  declare privacy?: string;
  /** Address of the terms of use */
  declare terms?: string;
  /** Address of the notice of privacy practices */
  declare notice?: string;
  /** Runs the whole flow without sending anything; events carry `sandbox: true` */
  declare sandbox?: boolean;
  /**
   * Sends in place of the widget: receives the sealed submission and its files and returns a
   * receipt, or throws (with `issues` to reject fields)
   */
  declare deliver?: Deliver;
  /** Replaces `fetch` */
  declare fetch?: typeof fetch;

  protected abstract readonly words: Words;
  #part?: RootPart;
  /** The loaded dialog; null if it could not be loaded, in which case the widget is shown inline */
  #dialog?: Dialog | null;
  #fetching?: Promise<void>;

  /** Held back here and not at `requestUpdate`, because lazily loaded parts request updates too. */
  protected override scheduleUpdate() {
    return updateAfterPointer(() => super.scheduleUpdate());
  }

  override connectedCallback() {
    super.connectedCallback();
    // Attributes and classes set by the page are kept.
    mask(this);
    this.#part?.setConnected(true);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#part?.setConnected(false);
  }

  /** The widget's template. */
  protected abstract render(): unknown;

  protected override draw(root: ShadowRoot, stage: Stage): Stage {
    const over = stage === 'show' && this.settings.display !== 'inline';
    const drawn = over && this.#dialog === undefined ? 'wait' : stage;
    if (drawn !== stage) void this.#fetchDialog();
    const standIn = drawn === 'fallback' && this.bare ? this.renderBare() : html`<slot></slot>`;
    const body = drawn === 'show' ? this.render() : standIn;
    const template = over && this.#dialog ? this.#dialog.draw(body) : body;
    this.#part = render(template, root, { host: this, isConnected: this.isConnected });
    for (const child of drawn === 'show' ? root.children : []) {
      mask(child);
      child.classList.add(...maskClasses);
    }
    return drawn;
  }

  #fetchDialog(): Promise<void> {
    return (this.#fetching ??= import('./dialog.lazy/dialog.js')
      .then(
        ({ Dialog }) => new Dialog(this, this.words),
        () => null,
      )
      .then((dialog) => {
        this.#dialog = dialog;
        this.requestUpdate();
      }));
  }

  override open(): void {
    if (this.settings.display === 'inline') super.open();
    else void this.#fetchDialog().then(() => (this.#dialog ? this.#dialog.open() : super.open()));
  }

  override close(): void {
    this.#dialog?.close();
  }

  /** Heading and introduction. The heading is left out if the page has its own. */
  protected intro(text: unknown): unknown {
    const title = this.settings.heading ?? this.words.t('heading');
    return html`<div class="intro">
      ${title === '' ? nothing : heading(this.settings.headingLevel, title)}
      ${text ? html`<p class="hint">${text}</p>` : nothing}
    </div>`;
  }

  /**
   * Shown without an endpoint and without children: the widget's name and the clinic's phone
   * number.
   */
  protected renderBare(): unknown {
    const { phone } = this.settings;
    if (this.words.pending) return nothing;
    return html`${heading(this.settings.headingLevel, this.settings.heading || this.words.t('heading'))}
    ${callView(this.words, phone, 'call-us')}`;
  }
}
