import { html, nothing } from 'lit/html.js';
import { safeHref, type ClinicElement } from '../../../element/index.js';
import type { AnyMessages } from '../../../i18n/index.js';
import type { CrisisSignpost, EmergencyLine } from './crisis-signpost.lazy/crisis-signpost.js';

interface EmergencyOptions {
  /** Names of the fields with free text */
  freeText: readonly string[];
  /** Returns the value of such a field */
  answer(field: string): unknown;
  /** Clears all answers */
  wipe(): void;
}

/**
 * The emergency lines, always visible so that visitors in danger need not look for them. Once a
 * visitor uses the form, free text is also checked for crisis phrases, in the browser only.
 */
export class Emergency {
  #signpost?: CrisisSignpost;
  #isLoading = false;

  constructor(
    private readonly host: ClinicElement,
    private readonly words: AnyMessages,
    private readonly options: EmergencyOptions,
  ) {}

  /** Called on input. */
  entered() {
    this.#signpost?.entered();
  }

  /** Loads the check for crisis phrases and the emergency lines of other regions. */
  async load() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { CrisisSignpost } = await import('./crisis-signpost.lazy/crisis-signpost.js');
      const { freeText, answer } = this.options;
      this.#signpost = new CrisisSignpost(this.host, freeText, answer, () => this.#drawLines());
      this.#signpost.entered();
      this.host.requestUpdate();
    } catch {
      // The lines above the form are still shown.
      this.#isLoading = false;
    }
  }

  /** The emergency lines beside a field whose text suggests a crisis. */
  after(field: string): unknown {
    return this.#signpost?.after(field);
  }

  view(): unknown {
    const { say, locale, dir } = this.words;
    return html`<div class="emergency" lang=${locale} dir=${dir ?? nothing}>
      <p>${say('emergency.title')}</p>
      ${this.#drawLines()}
      ${
        safeHref(this.host.settings.exit)
          ? html`<button part="exit" class="quiet" type="button" @click=${this.#exit}>
              ${say('exit')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /**
   * For visitors who must not be seen here: clears all answers and the screen immediately, even if
   * the other page loads slowly, and replaces the history entry so that Back does not return. After
   * https://design-system.service.gov.uk/components/exit-this-page/
   */
  readonly #exit = () => {
    this.options.wipe();
    document.title = '';
    document.body.replaceChildren();
    location.replace(safeHref(this.host.settings.exit)!);
  };

  /** The clinic's own lines, else those of its region. */
  #drawLines(): unknown {
    const { clinic, settings } = this.host;
    const { local, say } = this.words;
    const own = clinic?.emergency?.map(({ text, href }) => ({ text: local(text), href }));
    // The clinic file is not validated.
    const lines = own ?? this.#linesOf(String(settings.region ?? 'US'));
    if (!lines?.length) return html`<p>${say('emergency.elsewhere')}</p>`;
    return html`<ul>
      ${lines.map(({ text, href: address }) => {
        const href = safeHref(address);
        return html`<li>${href ? html`<a href=${href}>${text}</a>` : text}</li>`;
      })}
    </ul>`;
  }

  #linesOf(region: string): EmergencyLine[] | undefined {
    const { say } = this.words;
    if (region.toUpperCase() === 'US')
      return [
        { text: say('emergency.US.988'), href: 'tel:988' },
        { text: say('emergency.US.988-text'), href: 'sms:988' },
        { text: say('emergency.US.988-chat'), href: 'https://988lifeline.org/chat/' },
        { text: say('emergency.US.911'), href: 'tel:911' },
      ];
    void this.load();
    return this.#signpost?.lines(region);
  }
}
