/**
 * What a benefits check needs once somebody is in it: the questions that only some are asked, what public programs and people without
 * insurance are told, what is shown after sending, and the way on to an appointment. Fetched beside the conduct.
 */
import { html, nothing } from 'lit/html.js';
import { safeHref } from '../../../../config/index.js';
import type { Coverage, InsuranceCheck, Receipt, Submission } from '../../../../contract/index.js';
import { birthDate, payerBox, text, type Payers } from '../../../../fields/index.js';
import { group, single } from '../../../../fields/field-frame.js';
import type {
  Answers,
  Field,
  FieldState,
  FormController,
  PostingElement,
} from '../../../../form/index.js';
import { put } from '../../../../form/handover.js';
import type { Dictionary, Messages } from '../../../../i18n/index.js';
import { heading } from '../../../../theme/index.js';
import type { CoverageCard } from '../coverage-card.lazy/coverage-card.js';
import { styles } from './follow-up.styles.js';
import type { Program } from '../../../../payers/programs.lazy.js';

export { later } from './messages.js';

type Check = InsuranceCheck;
type Programs = typeof import('../../../../payers/programs.lazy.js');
type SelfPay = typeof import('../good-faith-estimate.lazy.js');
/** The parts of a field that comes later than its form. */
type Later<Value> = Required<Pick<Field<Value>, 'read' | 'render'>>;

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

const line = text();
const code = text({ autocapitalize: 'characters' });
const day = birthDate();

/** What of a check is left to be told after its answers are forgotten. */
interface Kept {
  /** The word under which the answers wait for an appointment */
  ref?: string;
  /** It is of somebody who pays without insurance */
  alone?: boolean;
  /** Until when the estimate is owed */
  due?: string | undefined;
  /** The insurer's answer, where there is one to show */
  coverage?: Coverage | undefined;
  service?: string | undefined;
  /** Whose words stand in the place of amounts */
  program?: Program | undefined;
  /** There is a second plan, which may pay a part */
  second?: boolean;
}

export class Details {
  #kept: Kept = {};
  readonly #programWords: ReturnType<Programs['programWords']> | undefined;
  readonly #estimateWords: ReturnType<SelfPay['estimateWords']> | undefined;
  #card?: CoverageCard;

  constructor(
    private readonly host: PostingElement,
    private readonly form: FormController<'insurance-check'>,
    private readonly words: Messages<Dictionary>,
    private readonly payers: Payers,
    /** Missing where it did not come: then no amount is shown to anybody */
    private readonly programs: Programs | undefined,
    /** Missing where it did not come: then the right to an estimate is told without its dates */
    private readonly selfPay: SelfPay | undefined,
  ) {
    host.adopt(styles);
    this.#programWords = programs?.programWords(host);
    this.#estimateWords = selfPay?.estimateWords(host);
  }

  // — questions that only some are asked —

  /** The person in whose name the plan is held. */
  readonly subscriber: Later<NonNullable<Check['subscriber']>> = {
    // Empty, it is refused by the contract, which names what is missing.
    read: (answers, name) =>
      compact({
        givenName: answers.text(`${name}.givenName`),
        familyName: answers.text(`${name}.familyName`),
        birthDate: this.#read(day, answers, `${name}.birthDate`),
      }) as NonNullable<Check['subscriber']>,
    render: (field) =>
      group(
        field,
        html`<div class="nested">
          <div class="pair">
            ${this.#line(line, field, 'givenName', true)}
            ${this.#line(line, field, 'familyName', true)}
          </div>
          ${day.render!(field.at(`${field.name}.birthDate`, false))}
        </div>`,
      ),
  };

  /** A plan besides the first. */
  readonly secondary: Later<NonNullable<Check['secondary']>> = {
    read: (answers, name) =>
      compact({
        payer: this.payers.read(answers, `${name}.payer`),
        memberId: answers.text(`${name}.memberId`),
        groupNumber: answers.text(`${name}.groupNumber`),
      }) as NonNullable<Check['secondary']>,
    render: (field) => {
      const payer = field.at(`${field.name}.payer`, true);
      return html`<div role="group" class="nested" aria-label=${field.t('secondary.legend')}>
        ${single(payer, payerBox(this.payers, payer))}
        <div class="ids">
          ${this.#line(code, field, 'memberId')} ${this.#line(code, field, 'groupNumber')}
        </div>
      </div>`;
    },
  };

  #line(kind: Field<string>, field: FieldState, name: string, needed = false) {
    return kind.render!(field.at(`${field.name}.${name}`, needed));
  }

  #read<Value>(field: Field<Value>, answers: Answers, name: string) {
    return field.read(answers, name, { answers, settings: this.host.settings, clinic: undefined });
  }

  // — what is told before sending —

  /**
   * Level 0: what the clinic's own table says; of a public program, what happens instead of an estimate. No insurer is named: text on the page
   * is what session recorders read.
   */
  network(): unknown {
    const { say } = this.words;
    const chosen = this.form.answer('payer') as Check['payer'] | undefined;
    const listed = this.payers.network(chosen);
    const program = this.#programOf(chosen, 'payer');
    if (!listed && !program) return undefined;
    const network = listed ?? 'ask';
    return html`<div class="network ${network}">
      <strong>${say(`network.${network}`)}</strong>
      <p>${this.#toldOf(program) ?? say(`network.${network}.next`)}</p>
      <p class="hint">${say('network.promise')}</p>
    </div>`;
  }

  /** @param control where the insurer was written */
  #programOf(
    chosen: Check['payer'] | undefined,
    control: 'payer' | 'secondary.payer',
  ): Program | undefined {
    const [field] = control.split('.') as ['payer' | 'secondary'];
    const written = this.form.lend(field)?.state.value(control) ?? '';
    return this.programs?.programOf(this.payers.known(chosen), written);
  }

  #toldOf(program: Program | undefined): string | undefined {
    return program && this.#programWords?.t(`program.${program}`);
  }

  /** The notice for people who pay without insurance, with the date until which they have their estimate. */
  estimate(): unknown {
    if (!this.form.answer('selfPay')) return nothing;
    const { say } = this.words;
    return html`<div class="estimate" role="status">
      <strong>${say('estimate.title')}</strong>
      <p>${say('estimate.what')}</p>
      <p>
        ${(this.form.canSend && this.#estimateWords?.t('estimate.asked', { date: this.#due ?? '' })) || say('estimate.call')}
      </p>
      <p>${this.#estimateWords?.t('estimate.scheduled')}</p>
      ${this.#dispute()}
    </div>`;
  }

  /** Why the rest is asked, where that is not to ask an insurer. */
  purpose(): { title: string; text: string } | undefined {
    const { say } = this.words;
    if (!this.form.answer('selfPay')) return undefined;
    return { title: say('estimate.details.title'), text: say('estimate.details.text') };
  }

  get #due() {
    return this.selfPay?.dueNow(this.host.clinic?.timeZone, this.words.tag);
  }

  #dispute() {
    const words = this.#estimateWords;
    if (!words) return nothing;
    return html`<p>
      ${words.t('estimate.dispute')}${' '}
      <a href=${safeHref(this.selfPay?.disputeAddress)} rel="noopener noreferrer"
        >${words.t('estimate.dispute.link')}</a
      >
    </p>`;
  }

  // — what comes after —

  /** The check was accepted: its answers wait for the appointment, and what must still be told is noted before they are forgotten. */
  keep({ data }: Submission, receipt: Receipt): void {
    const { selfPay, payer, service, secondary } = data as Check;
    const { reference } = receipt;
    const ref = reference || random();
    this.#kept = selfPay
      ? { ref, alone: true, due: this.#due }
      : {
          ref,
          service,
          coverage: this.#answer(receipt, payer),
          second: !!secondary,
          program:
            this.#programOf(payer, 'payer') ??
            (secondary && this.#programOf(secondary.payer, 'secondary.payer')),
        };
    if (this.#kept.coverage) void this.#showCard();
    put(ref, {
      ...this.#handedOver((name) => (data as Check)[name]),
      ...(reference && !selfPay && { coverageRef: reference }),
      ...(this.status === 'pending' && { coverage: 'pending' }),
    });
  }

  /** Whether the check was answered. */
  get status(): 'answered' | 'pending' {
    return this.#kept.coverage ? 'answered' : 'pending';
  }

  #handedOver(answer: (name: (typeof shared)[number]) => unknown) {
    return compact(Object.fromEntries(shared.map((name) => [name, answer(name)])));
  }

  /** What the insurer has answered, where it is clear. How the clinic stands with an insurer its own list knows best. */
  #answer({ status, coverage }: Receipt, payer: Check['payer']): Coverage | undefined {
    const outcome = coverage?.outcome;
    const clear = outcome === 'active' || outcome === 'inactive';
    if (status === 'pending' || !clear || !this.programs) return undefined;
    const { network } = coverage!;
    const listed = this.payers.network(payer);
    // The clinic's own list counts; an answer that says otherwise leaves it open, and nothing but the list makes it "in".
    const out = network === 'out' && (listed === 'out' || listed === undefined);
    const shown = listed === 'in' && network !== 'out' ? 'in' : out ? 'out' : 'unknown';
    return { ...coverage!, network: shown };
  }

  /** Without the part that draws it the answer is not shown, and a person tells it. */
  async #showCard() {
    try {
      const { CoverageCard } = await import('../coverage-card.lazy/coverage-card.js');
      this.#card ??= new CoverageCard(this.host);
    } catch {
      this.#kept.coverage = undefined;
    }
    this.host.requestUpdate();
  }

  #renderAnswer(coverage: Coverage) {
    // The heading takes the focus as soon as it stands.
    if (!this.#card || this.#card.pending) return this.form.sent(nothing);
    const { clinic, settings } = this.host;
    const { service, program, second } = this.#kept;
    const card = this.#card.render({
      coverage,
      service,
      // Amounts under a public program are for a person to tell.
      instead: this.#toldOf(program),
      second,
      services: clinic?.services,
      headingLevel: settings.headingLevel,
    });
    return this.form.sent(
      html`${card} ${this.form.reference()} ${this.form.call()} ${this.#button()}`,
    );
  }

  /** The panel after success. */
  sent(): unknown {
    const { say, local } = this.words;
    const { alone, due, coverage } = this.#kept;
    if (coverage) return this.#renderAnswer(coverage);
    const reply = local(this.host.clinic?.reply) || say('reply');
    const told = alone
      ? (this.#estimateWords?.t('sent.text.estimate', { date: due ?? '' }) ?? say('estimate.what'))
      : say('sent.text', { reply });
    return this.form.sent(
      html`${heading(this.host.settings.headingLevel, say(alone ? 'sent.title.estimate' : 'sent.title'))}
        <p>${told} ${say('sent.how')}</p>
        ${this.form.reference()} ${alone ? this.#dispute() : nothing} ${this.form.call()}
        ${this.#booking()}`,
    );
  }

  /** Nobody has to wait for an insurer to ask for a visit: from the first answer on, and where nothing can be sent. */
  booking(): unknown {
    const { canSend, status } = this.form;
    const waits = canSend && status.is === 'editing' && !this.form.answer('payer');
    return waits ? nothing : this.#booking();
  }

  #booking() {
    return html`<div class="booking">
      <p>${this.words.say('sent.book')}</p>
      ${this.#button()}
    </div>`;
  }

  #button() {
    return html`<button type="button" class="quiet" @click=${this.#book}>
      ${this.words.say('sent.book.button')}
    </button>`;
  }

  /** Only the word under which the answers wait goes over the bus. */
  readonly #book = () => {
    const ref = (this.form.receipt && this.#kept.ref) || this.#leave();
    this.host.emit('clinic-open', { target: 'appointment-form', ref });
  };

  /** Leaves what has been entered so far, where no check was sent. */
  #leave(): string {
    const ref = random();
    put(
      ref,
      this.#handedOver((name) => this.form.answer(name)),
    );
    return ref;
  }
}

const random = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Without what was not answered. */
const compact = (answers: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
