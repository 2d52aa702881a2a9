import { html, nothing } from 'lit/html.js';
import { safeHref, type ClinicElement } from '../../../../element/index.js';
import type { AnyMessages } from '../../../../i18n/index.js';

type Estimate = typeof import('../good-faith-estimate.lazy.js');

/** What someone who pays without insurance is told about their Good Faith Estimate. */
export class EstimateNotice {
  readonly #words: ReturnType<Estimate['estimateWords']> | undefined;

  /** @param estimate undefined where it did not load: then the right to an estimate is told without its dates */
  constructor(
    private readonly host: ClinicElement,
    private readonly words: AnyMessages,
    private readonly estimate: Estimate | undefined,
  ) {
    this.#words = estimate?.estimateWords(host);
  }

  /** Until when the clinic owes an estimate that is requested now, written for the visitor. */
  get due(): string | undefined {
    return this.estimate?.dueNow(this.host.clinic?.timeZone, this.words.tag);
  }

  /** The notice before sending. @param canSend whether the form can ask for it */
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

  /** What is said once the form was sent. @param due as it was when it was sent */
  sentText(due: string | undefined): string {
    return (
      this.#words?.t('sent.text.estimate', { date: due ?? '' }) ?? this.words.say('estimate.what')
    );
  }

  /** How to dispute a bill that is far above its estimate. */
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
