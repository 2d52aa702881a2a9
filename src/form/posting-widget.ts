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

/** The words this class shows by itself. */
type Words = Pick<
  Messages<typeof en & { heading: string }>,
  't' | 'say' | 'find' | 'add' | 'local' | 'locale' | 'dir' | 'pending'
>;

/** How session recorders are told to look away, by attributes and by classes: which of them a recorder heeds, and where, differs. */
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
 * A widget that sends what a visitor enters to the endpoint that the clinic configures, and nowhere else.
 * @fires {CustomEvent<ClinicEvents['clinic-start']>} clinic-start - The visitor's first edit
 * @fires {CustomEvent<ClinicEvents['clinic-invalid']>} clinic-invalid - A submit was refused, here or by the endpoint: `fields`, names only
 * @fires {CustomEvent<ClinicEvents['clinic-submit']>} clinic-submit - About to send: `id`; `preventDefault()` stops it
 * @fires {CustomEvent<ClinicEvents['clinic-submitted']>} clinic-submitted - The endpoint accepted: `id`, `reference`, `status`, never an answer
 * @fires {CustomEvent<ClinicEvents['clinic-failed']>} clinic-failed - Gave up for now: `id`, `reason`, `httpStatus?`
 * @csspart form - The form
 * @csspart field - A question with everything that belongs to it
 * @csspart label - Its label, or the legend of a group
 * @csspart hint - The line under a label
 * @csspart control - The input, select or textarea
 * @csspart error - Why an answer was refused
 * @csspart summary - The list of errors after a refused submit
 * @csspart status - What is said about sending, and the panel after success
 * @csspart submit - The button that sends; in a step, *Continue*
 * @csspart progress - How far a form in steps is
 * @csspart back - Leads a step back
 * @csspart open - With `display`, the button that opens the widget
 * @csspart dialog - What it opens in
 * @csspart close - The button that closes it
 * @csspart answer - A row of the page where answers are checked
 * @fires {CustomEvent<ClinicEvents['clinic-step']>} clinic-step - A step is shown: `step` from 1, `steps`
 * @cssstate sending - Checking, sending or retrying
 * @cssstate sent - Accepted
 * @cssstate failed - Could not be sent or confirmed
 * @cssstate invalid - Answers are refused
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

  /** `inline` (default); `dialog`: a button in its place opens it; `floating`: the button stays at the corner of the window */
  declare display?: 'inline' | 'dialog' | 'floating';
  /** The page to go to once the answers were accepted: same origin, or an entry of the script's `data-allow` */
  declare redirect?: string;
  /** Where the answers go: https, same origin or loopback */
  declare endpoint?: string;
  /** How they are written: `json` (default), `form` or `multipart` */
  declare format?: 'json' | 'form' | 'multipart';
  /** Other names for the receiver's fields: `email:EMAIL, givenName:FNAME` */
  declare names?: string;
  /** Constant fields for the receiver: `form-name:contact` */
  declare extra?: string;
  /** Address of the privacy policy */
  declare privacy?: string;
  /** Address of the terms of use */
  declare terms?: string;
  /** Address of the notice of privacy practices */
  declare notice?: string;
  /** The whole flow without sending anything; events say `sandbox: true` */
  declare sandbox?: boolean;
  /** Takes the sending over: gets the sealed submission and its files, answers with a receipt, or throws (with `issues` to refuse fields) */
  declare deliver?: Deliver;
  /** Replaces `fetch` */
  declare fetch?: typeof fetch;

  protected abstract readonly words: Words;
  #part?: RootPart;
  /** What it opens in, once fetched; null where that could not be fetched, and the widget stands in the page all the same */
  #dialog?: Dialog | null;
  #fetching?: Promise<void>;

  /** Parts that are loaded late ask for an update too, so it is held back here and not where it is asked for. */
  protected override scheduleUpdate() {
    return updateAfterPointer(() => super.scheduleUpdate());
  }

  override connectedCallback() {
    super.connectedCallback();
    // Attributes that the page has set itself stay, and its classes are its own.
    mask(this);
    this.#part?.setConnected(true);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#part?.setConnected(false);
  }

  /** What the widget shows. */
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

  /** Heading and a line under it; the heading is left out where the page has its own. */
  protected intro(text: unknown): unknown {
    const title = this.settings.heading ?? this.words.t('heading');
    return html`<div class="intro">
      ${title === '' ? nothing : heading(this.settings.headingLevel, title)}
      ${text ? html`<p class="hint">${text}</p>` : nothing}
    </div>`;
  }

  /** Without an endpoint and without children: at least the name of the thing and a number to call. */
  protected renderBare(): unknown {
    const { phone } = this.settings;
    if (this.words.pending) return nothing;
    return html`${heading(this.settings.headingLevel, this.settings.heading || this.words.t('heading'))}
    ${callView(this.words, phone, 'call-us')}`;
  }
}
