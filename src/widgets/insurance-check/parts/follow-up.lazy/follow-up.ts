/**
 * The notices before sending, the result, and the link to an appointment. Loaded when a visitor
 * first uses the form.
 */
import { html, nothing } from 'lit/html.js';
import type { Coverage, InsuranceCheck, Receipt, Submission } from '../../../../contract/index.js';
import { put } from '../../../../form/handover.js';
import type { FormController, PostingElement } from '../../../../form/index.js';
import type { AnyMessages } from '../../../../i18n/index.js';
import type { Payers } from '../../../../payers/index.js';
import type { Program } from '../../../../payers/programs.lazy.js';
import { heading } from '../../../../theme/index.js';
import type { CoverageCard } from '../coverage-card.lazy/coverage-card.js';
import { EstimateNotice } from './estimate-notice.js';
import { styles } from './follow-up.styles.js';
import { ProgramNotice } from './program-notice.js';

export { en, es } from './messages.js';

/** The answers that the appointment form asks too. */
const shared = [
  'givenName',
  'familyName',
  'birthDate',
  'phone',
  'email',
  'service',
  'legalSex',
] as const;

/** The data of a result, kept after the answers are cleared. */
interface Result {
  /** Key of the answers handed over to an appointment */
  ref?: string;
  /** Whether the visitor pays without insurance */
  isSelfPay?: boolean;
  /** Formatted date by which the estimate is owed */
  due?: string | undefined;
  /** The insurer's answer, if it can be shown */
  coverage?: Coverage | undefined;
  service?: string | undefined;
  /** The public program whose text replaces the amounts */
  program?: Program | undefined;
  /** Whether there is a second plan, which may pay a part */
  hasSecondPlan?: boolean;
}

interface FollowUpParts {
  programs: typeof import('../../../../payers/programs.lazy.js') | undefined;
  estimate: typeof import('../good-faith-estimate.lazy.js') | undefined;
}

export class FollowUp {
  readonly #program: ProgramNotice;
  readonly #estimate: EstimateNotice;
  #result: Result = {};
  #card?: CoverageCard;

  constructor(
    private readonly host: PostingElement,
    private readonly form: FormController<'insurance-check'>,
    private readonly words: AnyMessages,
    private readonly payers: Payers,
    { programs, estimate }: FollowUpParts,
  ) {
    host.adopt(styles);
    this.#program = new ProgramNotice(host, payers, programs);
    this.#estimate = new EstimateNotice(host, words, estimate);
  }

  /**
   * What the clinic's payer list says of the insurer or, for a public program, what happens instead
   * of an estimate. The insurer is not named, because session recorders capture text.
   */
  network(): unknown {
    const { say } = this.words;
    const chosen = this.form.answer('payer') as InsuranceCheck['payer'] | undefined;
    const listed = this.payers.network(chosen);
    const program = this.#program.of(chosen, this.#written('payer'));
    if (!listed && !program) return undefined;
    const network = listed ?? 'ask';
    return html`<div class="network ${network}">
      <strong>${say(`network.${network}`)}</strong>
      <p>${this.#program.text(program) ?? say(`network.${network}.next`)}</p>
      <p class="hint">${say('network.promise')}</p>
    </div>`;
  }

  /** The text in the box of an insurer. */
  #written(control: 'payer' | 'secondary.payer'): string {
    const [field] = control.split('.') as ['payer' | 'secondary'];
    return this.form.asked(field)?.context.value(control) ?? '';
  }

  /** The notice for visitors who pay without insurance. */
  estimate(): unknown {
    return this.form.answer('selfPay') ? this.#estimate.view(this.form.canSend) : nothing;
  }

  /** Why the other questions are asked, if not to ask an insurer. */
  purpose(): { title: string; text: string } | undefined {
    const { say } = this.words;
    if (!this.form.answer('selfPay')) return undefined;
    return { title: say('estimate.details.title'), text: say('estimate.details.text') };
  }

  /**
   * The link to the appointment form. It is shown from the first answer on and also without an
   * endpoint, because a visit does not depend on the insurer's answer.
   */
  booking(): unknown {
    const { canSend, status } = this.form;
    const isUntouched = canSend && status.is === 'editing' && !this.form.answer('payer');
    return isUntouched ? nothing : this.#drawBooking();
  }

  /**
   * Called when the check was accepted: hands its answers over to the appointment form and keeps
   * what the result needs before they are cleared.
   */
  accepted({ data }: Submission, receipt: Receipt): void {
    const check = data as InsuranceCheck;
    const { selfPay, payer, service, secondary } = check;
    const { reference } = receipt;
    const ref = reference || randomKey();
    this.#result = selfPay
      ? { ref, isSelfPay: true, due: this.#estimate.due }
      : {
          ref,
          service,
          coverage: this.#coverageIn(receipt, payer),
          hasSecondPlan: !!secondary,
          program:
            this.#program.of(payer, this.#written('payer')) ??
            (secondary && this.#program.of(secondary.payer, this.#written('secondary.payer'))),
        };
    if (this.#result.coverage) void this.#loadCard();
    put(ref, {
      ...sharedAnswers((name) => check[name]),
      ...(reference && !selfPay && { coverageRef: reference }),
      ...(this.status === 'pending' && { coverage: 'pending' }),
    });
  }

  /** Whether the check was answered. */
  get status(): 'answered' | 'pending' {
    return this.#result.coverage ? 'answered' : 'pending';
  }

  /**
   * The insurer's answer, if it is clear. The clinic's own list decides whether it is in network.
   */
  #coverageIn({ status, coverage }: Receipt, payer: InsuranceCheck['payer']): Coverage | undefined {
    const outcome = coverage?.outcome;
    const isClear = outcome === 'active' || outcome === 'inactive';
    if (status === 'pending' || !isClear || !this.#program.isLoaded) return undefined;
    const { network } = coverage!;
    const listed = this.payers.network(payer);
    // The clinic's list decides: a contradicting answer leaves the network open, and only the list
    // makes it "in".
    const isOut = network === 'out' && (listed === 'out' || listed === undefined);
    const shown = listed === 'in' && network !== 'out' ? 'in' : isOut ? 'out' : 'unknown';
    return { ...coverage!, network: shown };
  }

  /** Loads the card. If that fails, the clinic tells the visitor the answer. */
  async #loadCard() {
    try {
      const { CoverageCard } = await import('../coverage-card.lazy/coverage-card.js');
      this.#card ??= new CoverageCard(this.host);
    } catch {
      this.#result.coverage = undefined;
    }
    this.host.requestUpdate();
  }

  /** The panel after success. */
  sent(): unknown {
    const { say, local } = this.words;
    const { isSelfPay, due, coverage } = this.#result;
    if (coverage) return this.#drawCoverage(coverage);
    const reply = local(this.host.clinic?.reply) || say('reply');
    const text = isSelfPay ? this.#estimate.sentText(due) : say('sent.text', { reply });
    return this.form.sent(
      html`${heading(this.host.settings.headingLevel, say(isSelfPay ? 'sent.title.estimate' : 'sent.title'))}
        <p>${text} ${say('sent.how')}</p>
        ${this.form.reference()} ${isSelfPay ? this.#estimate.dispute() : nothing}
        ${this.form.call()} ${this.#drawBooking()}`,
    );
  }

  #drawCoverage(coverage: Coverage) {
    // The heading takes the focus when it is drawn, so wait for its messages.
    if (!this.#card || this.#card.pending) return this.form.sent(nothing);
    const { clinic, settings } = this.host;
    const { service, program, hasSecondPlan } = this.#result;
    const card = this.#card.render({
      coverage,
      service,
      // Amounts under a public program need a person to explain them.
      instead: this.#program.text(program),
      second: hasSecondPlan,
      services: clinic?.services,
      headingLevel: settings.headingLevel,
    });
    return this.form.sent(
      html`${card} ${this.form.reference()} ${this.form.call()} ${this.#drawBookButton()}`,
    );
  }

  #drawBooking() {
    return html`<div class="booking">
      <p>${this.words.say('sent.book')}</p>
      ${this.#drawBookButton()}
    </div>`;
  }

  #drawBookButton() {
    return html`<button type="button" class="quiet" @click=${this.#book}>
      ${this.words.say('sent.book.button')}
    </button>`;
  }

  /** The event carries only the key of the answers. */
  readonly #book = () => {
    const ref = (this.form.receipt && this.#result.ref) || this.#handOverDraft();
    this.host.emit('clinic-open', { target: 'appointment-form', ref });
  };

  /** Hands over the answers so far if no check was sent. */
  #handOverDraft(): string {
    const ref = randomKey();
    put(
      ref,
      sharedAnswers((name) => this.form.answer(name)),
    );
    return ref;
  }
}

const sharedAnswers = (answer: (name: (typeof shared)[number]) => unknown) =>
  Object.fromEntries(
    shared.map((name) => [name, answer(name)]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;

const randomKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
