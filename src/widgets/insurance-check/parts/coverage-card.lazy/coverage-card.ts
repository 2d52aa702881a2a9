/** The insurer's answer as a card. Loaded when there is one to show. */
import { html, nothing } from 'lit/html.js';
import type { ClinicElement } from '../../../../element/index.js';
import type { Coverage } from '../../../../contract/index.js';
import { Messages, type LocalText } from '../../../../i18n/index.js';
import { heading } from '../../../../theme/index.js';
import { en, es } from './messages.js';
import { styles } from './coverage-card.styles.js';

/**
 * Data of the card. `coverage` comes from any receiver over the network, so no part of it is
 * trusted.
 */
export interface CoverageView {
  coverage: Coverage;
  /** Id of the requested service; only its amounts are shown */
  service?: string | undefined;
  /** The clinic's services, for their names */
  services?: readonly { id: string; name: LocalText }[] | undefined;
  /** Text in place of amounts if none are shown */
  instead?: string | undefined;
  /** Whether there is a second plan, which the insurer does not know */
  second?: boolean | undefined;
  /** Heading level of the card */
  headingLevel: number;
}

type Loose = Record<string, unknown>;

const record = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {};
const short = (value: unknown, length: number): string =>
  typeof value === 'string' ? [...value.trim()].slice(0, length).join('') : '';
const plain = (text: string) => text.trim().toLowerCase();

/** Upper limit of an amount; larger values are errors and would not fit. */
const most = 10_000_000;
const mostBenefits = 8;

/**
 * The insurer's answer in plain words: whether the plan is active, whether the clinic is in network
 * by its own list, what a visit may cost (each amount with its date and source), what is not
 * guaranteed, and what to do next.
 *
 * It contains no insurer, plan or card number, because session recorders capture text. Unknown
 * amounts are called unknown, never 0.
 */
export class CoverageCard {
  readonly #words: Messages<typeof en>;

  constructor(host: ClinicElement) {
    host.adopt(styles);
    this.#words = new Messages(host, { en, es });
  }

  /** Whether messages of another language are still loading. */
  get pending(): boolean {
    return this.#words.pending;
  }

  /** A status that is neither active nor inactive is not an answer; another screen handles it. */
  render(view: CoverageView): unknown {
    const { t } = this.#words;
    const coverage = record(view.coverage);
    const active = coverage['outcome'] === 'active';
    return html`<div
      class="coverage ${active ? 'active' : ''}"
      lang=${this.#words.locale}
      dir=${this.#words.dir ?? nothing}
    >
      <div class="status said ${active ? 'yes' : 'no'}">
        <div>
          ${heading(view.headingLevel, t(active ? 'card.active' : 'card.inactive'))}
          ${active ? nothing : html`<p>${t('card.inactive.text')}</p>`}
          <p class="hint">${this.#source(coverage)}</p>
        </div>
      </div>
      ${active ? [this.#network(coverage['network']), this.#costs(coverage, view)] : nothing}
      <p>${t(active ? 'card.next' : 'card.next.inactive')}</p>
    </div>`;
  }

  #costs(coverage: Loose, { service, services = [], instead, second, headingLevel }: CoverageView) {
    const { t } = this.#words;
    return html`${second ? html`<p>${t('card.second')}</p>` : nothing}
      ${
        instead
          ? html`<p>${instead}</p>`
          : this.#benefits(coverage, service, services, headingLevel)
      }
      <p class="hint">${t('card.promise')}</p>`;
  }

  /** Shows `in` only if the clinic's own list says so. */
  #network(network: unknown) {
    const { t } = this.#words;
    if (network === 'in') return html`<p class="said yes">${t('card.network.in')}</p>`;
    if (network === 'out') return html`<p class="said no">${t('card.network.out')}</p>`;
    return html`<p class="said open">${t('card.network.unknown')}</p>`;
  }

  #benefits(
    coverage: Loose,
    wanted: string | undefined,
    services: NonNullable<CoverageView['services']>,
    level: number,
  ) {
    const { t, local } = this.#words;
    const namesOf = (id: string) => {
      const known = services.find((one) => plain(one.id) === plain(id));
      const names =
        known && (typeof known.name === 'string' ? [known.name] : Object.values(known.name));
      return [id, ...(names ?? [])].map(plain);
    };
    const all = Array.isArray(coverage['benefits']) ? coverage['benefits'].map(record) : [];
    const told = all.filter(({ service }) => {
      if (!wanted) return true;
      return typeof service === 'string' && namesOf(wanted).includes(plain(service));
    });
    const label = (service: unknown) => {
      const id = short(service, 80);
      const known = services.find((one) => namesOf(one.id).includes(plain(id)));
      return known ? local(known.name) : id === '' || id === 'visit' ? t('card.visit') : id;
    };
    return told.length === 0
      ? html`<p>${t('card.none')}</p>`
      : told
          .slice(0, mostBenefits)
          .map(
            (benefit) =>
              html`<div class="amounts">
                ${heading(
                  Math.min(6, level + 1),
                  `${t('card.amounts')}: ${label(benefit['service'] ?? wanted)}`,
                )}
                ${this.#amounts(benefit, coverage)}
              </div>`,
          );
  }

  #amounts(benefit: Loose, coverage: Loose) {
    const { t } = this.#words;
    const source = html`<small>${this.#source(coverage)}</small>`;
    const row = (
      name: 'copay' | 'coinsurance' | 'deductible' | 'left',
      amount: string | undefined,
    ) =>
      html`<div>
        <dt>${t(`card.${name}`)} <small>${t(`card.${name}.hint`)}</small></dt>
        <dd>
          ${
            amount === undefined
              ? t('card.missing')
              : html`<span class="amount">${amount}</span> ${source}`
          }
        </dd>
      </div>`;
    const approval = benefit['priorAuthorization'];
    const answer = approval === true ? 'yes' : approval === false ? 'no' : 'open';
    const note = short(benefit['note'], 300);
    return html`<dl>
        ${row('copay', this.#money(benefit['copay']))}
        ${row('coinsurance', this.#share(benefit['coinsurance']))}
        ${row('deductible', this.#money(benefit['deductible']))}
        ${row('left', this.#money(benefit['deductibleLeft']))}
        <div>
          <dt>${t('card.approval')}</dt>
          <dd class="long">${t(`card.approval.${answer}`)}</dd>
        </div>
      </dl>
      ${note && html`<p class="hint">${t('card.note', { note })}</p>`}`;
  }

  /**
   * Locale for amounts. The insurers are in the United States, so plain `es` formats dollars as in
   * `es-US`, not as in Spain.
   */
  get #here(): string {
    const { tag } = this.#words;
    return tag.includes('-') ? tag : `${tag}-US`;
  }

  #money(value: unknown): string | undefined {
    const { amount, currency } = record(value);
    if (typeof amount !== 'number' || !(amount >= 0 && amount <= most)) return undefined;
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined;
    const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
    return new Intl.NumberFormat(this.#here, style).format(amount);
  }

  #share(value: unknown): string | undefined {
    if (typeof value !== 'number' || !(value >= 0 && value <= 1)) return undefined;
    const style = { style: 'percent', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.#here, style).format(value);
  }

  /** The source and its date. A source that names the insurer is shown as "your insurer". */
  #source({ source, payer, asOf }: Loose): string {
    const { t, tag } = this.#words;
    const given = short(source, 60);
    const insurer = plain(short(payer, 200));
    const named = insurer !== '' && plain(given).includes(insurer);
    const who = given === '' || given === 'insurer' || named ? t('card.insurer') : given;
    const when = short(asOf, 40);
    const date = new Date(when);
    // A date without time is the same date in every zone.
    const zone = /^\d{4}-\d\d-\d\d$/.test(when) ? { timeZone: 'UTC' } : {};
    return Number.isNaN(date.getTime())
      ? t('card.source.undated', { source: who })
      : t('card.source', {
          source: who,
          date: new Intl.DateTimeFormat(tag, { dateStyle: 'long', ...zone }).format(date),
        });
  }
}
