/**
 * What an insurance check needs once someone is in it: what is told before sending, what is shown after it, and the way on to an
 * appointment. Loaded when someone comes into the form.
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

/** The answers that a request for an appointment asks too. */
const shared = [
  'givenName',
  'familyName',
  'birthDate',
  'phone',
  'email',
  'service',
  'legalSex',
] as const;

/** What is still to be told of a check after its answers are forgotten. */
interface Result {
  /** The key under which the answers wait for an appointment */
  ref?: string;
  /** It is of someone who pays without insurance */
  isSelfPay?: boolean;
  /** Until when the estimate is owed, written for the visitor */
  due?: string | undefined;
  /** The insurer's answer, where there is one to show */
  coverage?: Coverage | undefined;
  service?: string | undefined;
  /** Whose words stand in the place of amounts */
  program?: Program | undefined;
  /** There is a second plan, which may pay a part */
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

  // — what is told before sending —

  /**
   * What the clinic's own list says of the insurer; of a public program, what happens instead of an estimate. No insurer is named: text on
   * the page is what session recorders read.
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

  /** What stands in the box of an insurer. */
  #written(control: 'payer' | 'secondary.payer'): string {
    const [field] = control.split('.') as ['payer' | 'secondary'];
    return this.form.asked(field)?.context.value(control) ?? '';
  }

  /** The notice for people who pay without insurance. */
  estimate(): unknown {
    return this.form.answer('selfPay') ? this.#estimate.view(this.form.canSend) : nothing;
  }

  /** Why the rest is asked, where that is not to ask an insurer. */
  purpose(): { title: string; text: string } | undefined {
    const { say } = this.words;
    if (!this.form.answer('selfPay')) return undefined;
    return { title: say('estimate.details.title'), text: say('estimate.details.text') };
  }

  /** No one has to wait for an insurer to ask for a visit: from the first answer on, and where nothing can be sent. */
  booking(): unknown {
    const { canSend, status } = this.form;
    const isUntouched = canSend && status.is === 'editing' && !this.form.answer('payer');
    return isUntouched ? nothing : this.#drawBooking();
  }

  // — what comes after —

  /** The check was accepted: its answers wait for the appointment, and what must still be told is noted before they are forgotten. */
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

  /** What the insurer has answered, where it is clear. Whether the clinic is in network its own list knows best. */
  #coverageIn({ status, coverage }: Receipt, payer: InsuranceCheck['payer']): Coverage | undefined {
    const outcome = coverage?.outcome;
    const isClear = outcome === 'active' || outcome === 'inactive';
    if (status === 'pending' || !isClear || !this.#program.isLoaded) return undefined;
    const { network } = coverage!;
    const listed = this.payers.network(payer);
    // The clinic's own list counts; an answer that says otherwise leaves it open, and nothing but the list makes it "in".
    const isOut = network === 'out' && (listed === 'out' || listed === undefined);
    const shown = listed === 'in' && network !== 'out' ? 'in' : isOut ? 'out' : 'unknown';
    return { ...coverage!, network: shown };
  }

  /** Without the part that draws it the answer is not shown, and a person tells it. */
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
    // The heading takes the focus as soon as it stands.
    if (!this.#card || this.#card.pending) return this.form.sent(nothing);
    const { clinic, settings } = this.host;
    const { service, program, hasSecondPlan } = this.#result;
    const card = this.#card.render({
      coverage,
      service,
      // Amounts under a public program are for a person to tell.
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

  /** Only the key under which the answers wait goes over the bus. */
  readonly #book = () => {
    const ref = (this.form.receipt && this.#result.ref) || this.#handOverDraft();
    this.host.emit('clinic-open', { target: 'appointment-form', ref });
  };

  /** Hands over what has been entered so far, where no check was sent. */
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
