import { html, nothing } from 'lit/html.js';
import { safeHref, type ClinicElement } from '../../../element/index.js';
import type { AnyMessages } from '../../../i18n/index.js';
import type { CrisisSignpost, EmergencyLine } from './crisis-signpost.lazy/crisis-signpost.js';

interface EmergencyOptions {
  /** The fields in which visitors write in their own words */
  freeText: readonly string[];
  /** What such a field holds */
  answer(field: string): unknown;
  /** Forgets everything that was entered */
  wipe(): void;
}

/**
 * Help in an emergency: calm and always in sight, because whoever is in danger must not look for it. Once someone is in the form it also
 * watches for words that sound like a crisis, in the browser alone.
 */
export class Emergency {
  #signpost?: CrisisSignpost;
  #isLoading = false;

  constructor(
    private readonly host: ClinicElement,
    private readonly words: AnyMessages,
    private readonly options: EmergencyOptions,
  ) {}

  /** Something was entered. */
  entered() {
    this.#signpost?.entered();
  }

  /** Loads what reads free text for words of crisis, and knows the emergency lines of other regions. */
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
      // The lines on top are still there.
      this.#isLoading = false;
    }
  }

  /** The lines beside a field whose words sound like a crisis. */
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
   * For whoever must not be seen here: everything is gone at once, also from the screen, whether or not the other page comes soon, and
   * Back does not lead here. After https://design-system.service.gov.uk/components/exit-this-page/
   */
  readonly #exit = () => {
    this.options.wipe();
    document.title = '';
    document.body.replaceChildren();
    location.replace(safeHref(this.host.settings.exit)!);
  };

  /** The clinic's own lines, or those of its region. */
  #drawLines(): unknown {
    const { clinic, settings } = this.host;
    const { local, say } = this.words;
    const own = clinic?.emergency?.map(({ text, href }) => ({ text: local(text), href }));
    // A clinic file may hold anything.
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
