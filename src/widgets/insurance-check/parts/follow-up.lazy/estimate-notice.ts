import { html, nothing } from 'lit/html.js';
import { safeHref, type ClinicElement } from '../../../../element/index.js';
import type { AnyMessages } from '../../../../i18n/index.js';

type Estimate = typeof import('../good-faith-estimate.lazy.js');

/** The notice about the Good Faith Estimate for visitors who pay without insurance. */
export class EstimateNotice {
  readonly #words: ReturnType<Estimate['estimateWords']> | undefined;

  /** @param estimate undefined if the module did not load; the notice then has no dates */
  constructor(
    private readonly host: ClinicElement,
    private readonly words: AnyMessages,
    private readonly estimate: Estimate | undefined,
  ) {
    this.#words = estimate?.estimateWords(host);
  }

  /** The formatted date by which the clinic owes an estimate requested now. */
  get due(): string | undefined {
    return this.estimate?.dueNow(this.host.clinic?.timeZone, this.words.tag);
  }

  /**
   * The notice before sending.
   *
   * @param canSend whether the form can request the estimate
   */
  view(canSend: boolean): unknown {
    const { say } = this.words;
    const asked = canSend && this.#words?.t('estimate.asked', { date: this.due ?? '' });
    return html`<div class="estimate" role="status">
      <strong>${say('estimate.title')}</strong>
      <p>${say('estimate.what')}</p>
      <p>${asked || say('estimate.call')}</p>
      <p>${this.#words?.t('estimate.scheduled')}</p>
      ${this.dispute()}
    </div>`;
  }

  /**
   * The text after the form was sent.
   *
   * @param due the date when it was sent
   */
  sentText(due: string | undefined): string {
    return (
      this.#words?.t('sent.text.estimate', { date: due ?? '' }) ?? this.words.say('estimate.what')
    );
  }

  /** How to dispute a bill far above its estimate. */
  dispute(): unknown {
    const words = this.#words;
    if (!words) return nothing;
    return html`<p>
      ${words.t('estimate.dispute')}${' '}
      <a href=${safeHref(this.estimate?.disputeAddress)} rel="noopener noreferrer"
        >${words.t('estimate.dispute.link')}</a
      >
    </p>`;
  }
}
