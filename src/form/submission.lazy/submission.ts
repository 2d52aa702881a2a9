/**
 * The part of the engine that a form needs once somebody fills it in: sealing, sending, and telling what stands
 * in the way. It is fetched when a visitor first comes into a form, so that a page shows its forms without this weight.
 */
import type { ReactiveController } from '@lit/reactive-element';
import { html } from 'lit/html.js';
import { pairs } from '../../config/index.js';
import type { Issue, Receipt, Submission, SubmissionType } from '../../contract/index.js';
import { version } from '../../contract/version.js';
import type { Messages } from '../../i18n/index.js';
import type { Outcome } from '../../transport/index.js';
import { askedConsents } from '../consents.js';
import { styles } from './submission.styles.js';
import { deliver } from './deliver.js';
import type { Draft } from '../answers.js';
import { filesOf } from './files.js';
import type { FormWords, PostingElement } from '../form-controller.js';
import { controlOf, fieldOf } from '../define-form.js';
import { Idle } from '../idle-timeout.js';
import type { judge } from '../validation.lazy/validate.js';
import { later } from '../validation.lazy/messages/en.js';
import { afterPress, release } from '../after-pointer.js';
import type { Questions } from '../asked-fields.js';
import { redirectTo } from './redirect.js';
import { Refusals } from '../validation.lazy/field-errors.js';
import { Seal } from './seal.js';
import { sealedConsents } from '../sealed-consents.js';
import { insisted, sealedData } from '../sealed-data.js';
import type { Setup } from '../destination.js';
import { busy, type Status } from '../status.js';
import type { Course } from '../steps/steps.js';
import { stillness } from '../stillness.js';
import { summary } from '../validation.lazy/error-summary.js';
import { utmOf } from './utm.js';

/** What a form lends to its conduct. */
export interface Desk {
  host: PostingElement;
  words: Messages<FormWords<SubmissionType>>;
  draft: Draft;
  /** What is asked now, and where it goes: a widget may go over to another form under the same answers */
  questions(): Questions;
  setup(): Setup;
  /** What leads through it, where it is not all on one page */
  course(): Course | undefined;
  /** What the contract says of the answers */
  judge: typeof judge;
  /** The form as it stands in the page */
  element(): HTMLFormElement | undefined;
  become(status: Status, focus?: string): void;
  /** The widget's own use of what was accepted, before it is forgotten; the thanks wait for it */
  accepted: ((submission: Submission, receipt: Receipt) => void | Promise<void>) | undefined;
  status(): Status;
  /** Whether the visitor has entered anything */
  begun(): boolean;
  /** The next entry is the first one */
  anew(): void;
}

export class Conduct implements ReactiveController {
  readonly refusals: Refusals;
  readonly #touched = new Set<string>();
  readonly #desk: Desk;
  readonly #seal = new Seal();
  readonly #idle = new Idle(() => this.#still());

  constructor(desk: Desk) {
    this.#desk = desk;
    this.refusals = new Refusals(desk.words);
    desk.words.add(later);
    desk.host.adopt(styles);
    desk.host.addController(this);
  }

  hostConnected() {
    this.#desk.host.addEventListener('close', this.#rest);
  }

  hostDisconnected() {
    this.#desk.host.removeEventListener('close', this.#rest);
  }

  // — what the visitor does —

  /** Something was entered, or somebody came back to the form. */
  stir() {
    if (this.#desk.begun()) this.#idle.stir();
  }

  /** @param control what was edited, where that is known */
  edited(control: string | undefined) {
    // A list that lies over the page takes the end of the press that has opened it.
    release();
    this.stir();
    if (this.refusals.size) afterPress(() => this.#judge(control));
  }

  /** A field was left after an edit. */
  left(field: string, edited: string | undefined) {
    this.#touched.add(field);
    afterPress(() => this.#judge(edited));
  }

  /** Judges anew what is already judged: fields left after an edit, and those a submit has refused. */
  #judge(edited: string | undefined) {
    const status = this.#desk.status();
    if (busy(status) || status.is === 'sent') return;
    const judged = new Set([...this.#touched, ...this.refusals.fields]);
    this.refusals.judge(this.#issues(), judged, edited && fieldOf(edited));
    this.#desk.host.requestUpdate();
  }

  /** An answer was given: other questions may come or go. */
  changed() {
    afterPress(() => this.#desk.host.requestUpdate());
  }

  /** Whether the visitor may leave these fields backwards; a field hears of it. */
  leave(names: readonly string[]): boolean {
    if (busy(this.#desk.status())) return false;
    const questions = this.#desk.questions();
    for (const name of names) questions.field(name)?.back?.(questions.around);
    return true;
  }

  // — checking and sending —

  /** Checks what one step asks, and leads on from there. */
  async advance(course: Course): Promise<void> {
    await this.#settle();
    const issues = this.#issues();
    const here = issues.filter((issue) => course.asks(controlOf(issue)));
    const judged = [...here.map(controlOf), ...this.refusals.fields].filter((field) =>
      course.asks(field),
    );
    this.refusals.judge(here, judged.map(fieldOf), undefined);
    if (here.length > 0) this.#tell(here);
    else course.next(issues.map(controlOf));
  }

  /** An answer may still be on its way into the form: a photo is made smaller first. */
  async #settle() {
    for (const work of this.#desk.draft.waits.splice(0)) await work;
  }

  /** Checks, seals, sends. Ends in one of `rejected`, `sent`, `not-confirmed`, or back in `editing` where a listener has stopped it. */
  async submit(): Promise<void> {
    const { host, become } = this.#desk;
    await this.#settle();
    const issues = this.#issues();
    if (issues.length > 0) return this.#reject(issues, false);
    this.refusals.clear();

    const submission = this.#close();
    const { id } = submission;
    if (!host.emit('clinic-submit', { id })) return become({ is: 'editing' });
    const uploads = this.#seal.files.length > 0;
    become({ is: 'sending', ...(uploads && { note: this.#desk.words.say('status.uploading') }) });
    const outcome = await this.#deliver(submission);
    if (outcome.kind === 'accepted') {
      const { receipt } = outcome;
      await this.#desk.accepted?.(submission, receipt);
      this.#forget();
      become({ is: 'sent', receipt }, '[part~="heading"]');
      host.emit('clinic-submitted', { id, reference: receipt.reference, status: receipt.status });
      const next = redirectTo(host.settings.redirect);
      if (next) location.assign(next);
    } else if (outcome.kind === 'failed') {
      const { reason, httpStatus } = outcome;
      become({ is: 'not-confirmed', reason });
      host.emit('clinic-failed', { id, reason, ...(httpStatus !== undefined && { httpStatus }) });
    } else {
      if (outcome.code === 'id-reused') this.#seal.break();
      const lost = this.#lost(outcome);
      if (lost) return this.#reject([lost], true);
      if (outcome.issues.length === 0) {
        host.emit('clinic-failed', { id, reason: 'refused', httpStatus: outcome.httpStatus });
      }
      this.#reject(this.#inOrder(outcome.issues), true, outcome.message);
    }
  }

  /** Somebody else has the time now: its field shows the nearest ones that are left. */
  #lost({ code, issues, slots }: Outcome & { kind: 'rejected' }): Issue | undefined {
    if (code !== 'slot-taken' || issues.length > 0 || !this.#desk.questions().asks('slot'))
      return undefined;
    this.#desk.draft.put('slot.nearest', JSON.stringify(slots ?? []));
    return { path: ['data', 'slot'], code: 'taken' };
  }

  // — when everything is over —

  /** Nothing of what was entered stays: after success, when nobody is there, and when the page comes back. */
  #forget() {
    const { draft, anew, element, course } = this.#desk;
    if (this.#idle.is !== 'over') this.#idle.stop();
    draft.clear();
    anew();
    this.refusals.clear();
    this.#touched.clear();
    this.#seal.break();
    element()?.reset();
    course()?.reset();
  }

  empty() {
    this.#forget();
    this.#desk.become({ is: 'editing' });
  }

  /** The dialog around the form was closed: what was entered stays, but a form that was sent begins anew when it opens again. */
  readonly #rest = () => {
    const { status, questions, become } = this.#desk;
    this.leave(questions().names);
    if (status().is === 'sent') become({ is: 'editing' });
  };

  readonly #still = () => {
    const { host, element, status, questions, become } = this.#desk;
    if (this.#idle.is !== 'over') return host.requestUpdate();
    // What is on its way is let go on.
    if (busy(status())) return this.#idle.stir();
    const inside = element()?.matches(':focus-within');
    this.leave(questions().names);
    this.#forget();
    become({ is: 'editing' }, inside ? '[part~="heading"]' : undefined);
  };

  // — what is said —

  /** What is said where nothing was entered for long: that it will be cleared, or was. */
  stillness(): unknown {
    return stillness(this.#idle.is, this.#desk.words, () => this.#idle.stir());
  }

  /** The reference number, in large type; nothing where the endpoint gave none. */
  reference(receipt: Receipt | undefined): unknown {
    if (!receipt?.reference) return undefined;
    return html`<div>
      <p class="hint">${this.#desk.words.say('reference')}</p>
      <p class="reference">${receipt.reference}</p>
    </div>`;
  }

  /** The list of errors on top of the form. */
  summary({ issues, message }: Status & { is: 'rejected' }): unknown {
    const { host, words } = this.#desk;
    const errors = this.refusals.fields.map((field) => ({
      text: this.refusals.why(field)!,
      ...(this.#asked(field) && { go: () => void this.#goTo(field) }),
    }));
    // All put right since: nothing stands in the way any more.
    if (errors.length === 0 && issues.length > 0) return undefined;
    const general = message ?? (errors.length === 0 ? words.say('error.form') : undefined);
    return summary({
      level: host.settings.headingLevel + (this.#desk.course() ? 0 : 1),
      title: words.say('summary.title'),
      ...(general !== undefined && { general }),
      errors,
    });
  }

  #issues(): Issue[] {
    const { host, words, draft, judge } = this.#desk;
    const questions = this.#desk.questions();
    const { form } = questions;
    const data = sealedData(questions);
    // What is not asked may be answered by what is asked in its place.
    const issues = [...judge(form.type, data), ...insisted(questions)].map((issue) => {
      const [place, name] = issue.path;
      const instead = place === 'data' && questions.field(String(name))?.instead;
      return instead && !questions.asks(String(name)) && questions.asks(instead)
        ? { ...issue, path: [place, instead] }
        : issue;
    });
    for (const name of questions.names) {
      if (!questions.requires(name) || !questions.asks(name)) continue;
      const known = data[name] !== undefined || issues.some(({ path }) => path[1] === name);
      if (!known) issues.push({ path: ['data', name], code: 'required' });
    }
    for (const { terms } of askedConsents(
      form.type,
      host.clinic,
      words,
      this.#desk.setup().documents,
    )) {
      const given = draft.flag(`consent.${terms.id}`);
      if (terms.required && !given && questions.agrees(terms.id))
        issues.push({ path: ['consents', terms.id], code: 'required' });
    }
    return this.#inOrder(issues);
  }

  /** As the fields stand on the page, or come step by step, so that the list of errors reads like the form. */
  #inOrder(issues: Issue[]): Issue[] {
    const all = this.#desk.element()?.querySelectorAll<HTMLElement>('[data-field]') ?? [];
    const shown = [...all].map(({ dataset }) => fieldOf(dataset['field']!));
    const steps = this.#desk.course()?.order ?? [];
    const place = (names: readonly string[], name: string) =>
      names.includes(name) ? names.indexOf(name) : names.length;
    const by = (placeOf: (field: string) => number) => (one: Issue, other: Issue) =>
      placeOf(fieldOf(controlOf(one))) - placeOf(fieldOf(controlOf(other)));
    return issues
      .sort(by((field) => place(shown, field)))
      .sort(by((field) => place(steps, field.split('.')[0])));
  }

  #reject(issues: Issue[], theirs: boolean, message?: string) {
    this.refusals.set(issues, theirs);
    const course = this.#desk.course();
    this.refusals.fields.some((field) => course?.turnTo(field));
    this.#tell(issues, message);
  }

  #tell(issues: Issue[], message?: string) {
    const fields = [...new Set(issues.map(controlOf).map(fieldOf))];
    this.#desk.become(
      { is: 'rejected', issues, ...(message !== undefined && { message }) },
      '[part~="summary"]',
    );
    if (issues.length > 0) this.#desk.host.emit('clinic-invalid', { fields });
  }

  #close(): Submission {
    const { host, words, draft } = this.#desk;
    const questions = this.#desk.questions();
    const { form } = questions;
    const data = sealedData(questions);
    const { type } = form;
    const { partner } = host.settings;
    const utm = utmOf(location.search);
    const { documents } = this.#desk.setup();
    const consents = sealedConsents(type, host.clinic, words, documents, draft).filter(({ id }) =>
      questions.agrees(id),
    );
    return this.#seal.close(
      { type, version, data, consents } as unknown as Submission,
      {
        locale: words.locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        origin: location.origin,
        ...(partner && { partner }),
        ...(utm && { utm }),
      },
      filesOf(draft, data),
    );
  }

  #deliver(submission: Submission) {
    const { host, become } = this.#desk;
    const { sandbox, format, names, extra } = host.settings;
    const record = (text: string | undefined) => Object.fromEntries(pairs(text));
    return deliver(this.#seal, submission, {
      endpoint: this.#desk.setup().endpoint,
      sandbox,
      format,
      names: record(names),
      extra: record(extra),
      deliver: host.deliver,
      fetch: host.fetch,
      onRetry: (attempt) => become({ is: 'retrying', attempt }),
    });
  }

  /** The control to correct in a refused field: the one the issue names, else the field's first. */
  #control(field: string): HTMLElement | undefined {
    const controls =
      this.#desk
        .element()
        ?.querySelectorAll<HTMLElement>(
          ':is(input, select, textarea, [part~="control"])[data-field]',
        ) ?? [];
    const inField = [...controls].filter(({ dataset }) => fieldOf(dataset['field']!) === field);
    const wanted = this.refusals.control(field);
    return inField.find(({ dataset }) => dataset['field'] === wanted) ?? inField[0];
  }

  /** Whether there is a control to lead to, here or on another step. */
  #asked(field: string): boolean {
    return !!this.#control(field) || !!this.#desk.course()?.order.includes(field.split('.')[0]);
  }

  /** `href="#field"` does not reach into a shadow root: bring the label into view and focus the control. */
  async #goTo(field: string) {
    if (!this.#control(field) && this.#desk.course()?.turnTo(field)) {
      this.#desk.host.requestUpdate();
      await this.#desk.host.updateComplete;
    }
    const control = this.#control(field);
    control?.closest('[part~="field"]')?.scrollIntoView({ block: 'start' });
    control?.focus({ preventScroll: true });
  }
}
