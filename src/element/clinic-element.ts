import { ContextConsumer } from '@lit/context';
import {
  adoptStyles,
  ReactiveElement,
  type CSSResult,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
} from '@lit/reactive-element';
import { bus, type ClinicDetail, type ClinicEvents } from '../bus/index.js';
import type { Clinic } from '../contract/index.js';
import {
  attributesOf,
  clinicFile,
  configAround,
  configContext,
  pageSettings,
  parseSetting,
  reportConfigError,
  resolve,
  settingNames,
  settingsOf,
  type ClinicFile,
  type Layers,
  type Provided,
  type Resolved,
  type Settings,
} from '../config/index.js';
import type { Offer } from '../i18n/index.js';
import { attachRoot } from './closed-root.js';
import { markFallbacks } from './fallbacks.js';

/** May the widget be shown? `wait`: something is on its way, keep the fallback. `fallback`: keep it for good. */
export type Stage = 'show' | 'wait' | 'fallback';

const counts: Record<string, number> = {};

/** What an event says besides where it comes from. */
type Own<Type extends keyof ClinicEvents> = Omit<ClinicEvents[Type], keyof ClinicDetail>;

/**
 * What every widget is: settings merged from all their sources, the clinic file, a name for its events, fallback until it can
 * show itself, and a root that the page cannot reach.
 *
 * It is Lit's ReactiveElement with a root of its own, because LitElement hands its root out as `renderRoot`. How the root is filled is
 * left to the widget: forms draw with templates, the FAQ needs none and spares its readers the bytes.
 *
 * @slot - The fallback: shown until the widget is ready, and for good where it cannot be
 * @csspart heading - The headings
 * @fires {CustomEvent<ClinicEvents['clinic-ready']>} clinic-ready - First usable render
 * @fires {CustomEvent<ClinicEvents['clinic-error']>} clinic-error - A mistake in the configuration that stops something: `code`, `message`
 * @fires {CustomEvent<ClinicEvents['clinic-open']>} clinic-open - Asks another widget to open: `target`, `service?`, `ref?`; `preventDefault()` stops it
 * @cssproperty --clinic-font - All text
 * @cssproperty --clinic-font-size - What all sizes derive from
 * @cssproperty --clinic-line-height - Height of a line of text
 * @cssproperty --clinic-color-text - Text
 * @cssproperty --clinic-color-muted - Hints; 4.5:1 on the surface
 * @cssproperty --clinic-color-surface - Ground of the widget
 * @cssproperty --clinic-color-field - Ground of a control
 * @cssproperty --clinic-color-border - Edge of a control; 3:1 on field and surface
 * @cssproperty --clinic-color-accent - Buttons, links, what is chosen
 * @cssproperty --clinic-color-on-accent - Text on the accent
 * @cssproperty --clinic-color-focus - Focus ring
 * @cssproperty --clinic-color-error - Errors, always with an icon and words
 * @cssproperty --clinic-color-success - Success
 * @cssproperty --clinic-color-warning - What was not confirmed
 * @cssproperty --clinic-radius - Corners
 * @cssproperty --clinic-space - The unit; gaps are multiples of it
 * @cssproperty --clinic-border-width - Edge of a control
 * @cssproperty --clinic-target - Height of a control, never below 44px
 * @cssproperty --clinic-width - Greatest width of a form
 * @cssproperty --clinic-shadow - Dialogs and popups derive theirs from it
 */
export abstract class ClinicElement extends ReactiveElement {
  /** The plain tag, also for elements under their `clinic-…` name. */
  static tag = '';

  /** Set to open before widgets are made, where an audit must look inside; pages do it by `data-inspect` on the script. */
  static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };

  static override get observedAttributes() {
    const own = super.observedAttributes;
    return [...own, ...own.map((name) => `data-${name}`)];
  }

  /** A property of a widget reads the merged setting; setting it is the strongest layer. */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    if (options.state) return super.getPropertyDescriptor(name, key, options);
    return {
      get(this: ClinicElement) {
        return (this.settings as Record<PropertyKey, unknown>)[name] ?? this.#given[name];
      },
      set(this: ClinicElement, value: unknown) {
        this.#given[name] = value;
        this.#changed();
      },
      configurable: true,
      enumerable: true,
    };
  }

  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { attribute: 'heading-level' },
    theme: {},
    partner: {},
    phone: {},
  };

  /** Heading of the widget; empty for none, where the page has its own */
  declare heading?: string;
  /** Level of that heading, 1 to 6, default 2 */
  declare headingLevel?: number;
  /** `auto` (default, the page's color-scheme), `light` or `dark` */
  declare theme?: 'auto' | 'light' | 'dark';
  /** Name of the partner site, repeated in events and submissions */
  declare partner?: string;
  /** Phone number shown whenever sending fails */
  declare phone?: string;

  readonly #internals = this.attachInternals();
  readonly #root = attachRoot(this, (this.constructor as typeof ClinicElement).shadowRootOptions);
  readonly #consumer = new ContextConsumer(this, {
    context: configContext,
    subscribe: true,
    callback: (provided) => {
      this.#provided = provided;
      this.#changed();
    },
  });
  readonly #given: Record<PropertyKey, unknown> = {};
  #layers?: Layers;
  #settings?: Resolved;
  #provided?: Provided;
  #awaited?: ClinicFile;
  /** Settles when the `<clinic-config>` around the widget, which may say where its answers go, has been heard. */
  #hearing?: Promise<void> | undefined;
  #unheard?: 'wait' | 'fallback' | undefined;
  #ready = false;
  #name?: string;
  #deaf?: () => void;

  /** The plain tag. */
  get tag(): string {
    return (this.constructor as typeof ClinicElement).tag;
  }

  /** Tells this widget from others of its tag in events: its id, the id of its marker, or `<tag>-1` … in order of appearance. */
  get instance(): string {
    const marker = this.closest('[data-clinic-widget]');
    return (
      this.id ||
      marker?.id ||
      (this.#name ??= `${this.tag}-${(counts[this.tag] = (counts[this.tag] ?? 0) + 1)}`)
    );
  }

  /** All settings, merged. */
  get settings(): Resolved {
    return (this.#settings ??= resolve(this.layers));
  }

  /** The same, before they are merged. @internal */
  get layers(): Layers {
    if (this.#layers) return this.#layers;
    const { meta, window, script } = pageSettings();
    const properties: Record<string, unknown> = {};
    for (const name of settingNames) {
      properties[name] = parseSetting(name, this.#given[name], `<${this.localName}>.${name}`);
    }
    const layers: Layers = {
      file: settingsOf(this.clinic),
      meta,
      window,
      script,
      attributes: attributesOf(this),
      properties,
    };
    if (this.#provided) layers.context = this.#provided.settings;
    return (this.#layers = layers);
  }

  /** The clinic file, once it is there. @internal */
  get clinic(): Clinic | undefined {
    return this.#file?.clinic;
  }

  /** True while the clinic file, or the `<clinic-config>` that may name one, is on its way. @internal */
  get clinicPending(): boolean {
    return this.#unheard === 'wait' || this.#file?.state === 'pending';
  }

  /** Settles when the clinic file is there or given up. @internal */
  get clinicSettled(): Promise<void> {
    return (
      this.#hearing?.then(() => this.clinicSettled) ?? this.#file?.settled ?? Promise.resolve()
    );
  }

  get #file(): ClinicFile | undefined {
    const address = this.isConnected
      ? (this.#provided?.config ?? pageSettings().config)
      : undefined;
    const file = address ? clinicFile(address) : undefined;
    if (file && file !== this.#awaited) {
      this.#awaited = file;
      void file.settled.then(() => this.#changed());
    }
    return file;
  }

  /** The clinic's own text for a key of this widget. @internal */
  ownText(language: string, key: string): string | undefined {
    const words = this.clinic?.messages?.[language];
    const text: unknown = typeof words === 'object' && words[`${this.tag}.${key}`];
    // The file is not checked before it is used.
    return typeof text === 'string' ? text : undefined;
  }

  /** What the clinic file says of a language. @internal */
  offers(language: string): Offer {
    const { messages, languages } = this.clinic ?? {};
    const words = messages?.[language];
    const isElsewhere = typeof words === 'string';
    if (isElsewhere)
      void import('../config/load-language.lazy.js')
        .then((part) => part.loadLanguage(messages!, language))
        .catch(() => void delete messages![language])
        .then(() => this.requestUpdate());
    if (this.clinicPending || isElsewhere) return 'pending';
    if (words) return 'added';
    return languages?.every((tag) => tag.split('-')[0] !== language) ? 'left-out' : undefined;
  }

  /** Brings the widget into view and puts the focus at its start. */
  open(): void {
    const start =
      this.#root.querySelector<HTMLElement>('[part~="heading"]') ??
      this.#root.querySelector<HTMLElement>('input, select, textarea, button') ??
      this.querySelector<HTMLElement>('summary');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
    start?.focus({ preventScroll: true });
  }

  /** Closes what `open()` has opened; a widget that stands in the page stays. */
  close(): void {}

  /** Dispatches one of the `clinic-*` events from this widget; false when a listener has prevented it. @internal */
  emit<Type extends keyof ClinicEvents>(type: Type, own: Own<Type>): boolean {
    const detail = {
      widget: this.tag,
      instance: this.instance,
      ...(this.settings.partner && { partner: this.settings.partner }),
      ...(this.settings.sandbox && { sandbox: true }),
      ...own,
    };
    // A widget that was taken out while it was sending still has something to tell.
    return bus.emit(
      type,
      detail as unknown as ClinicEvents[Type],
      this.isConnected ? this : document,
    );
  }

  /** One console line and one `clinic-error`: the set-up of this widget is wrong. @internal */
  misconfigured(code: string, message: string): void {
    reportConfigError(`<${this.localName}> ${message}`);
    this.emit('clinic-error', { code, message });
  }

  /** Sets or clears a state that pages may style as `:state(name)`. @internal */
  mark(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }

  /** Takes a sheet that came with a lazy part. @internal */
  adopt({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets } = this.#root;
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  }

  override connectedCallback() {
    this.#hear();
    this.#changed();
    void this.instance;
    super.connectedCallback();
    this.#deaf = bus.on('clinic-open', (detail, event) => {
      const meant = [this.instance, this.tag, `clinic-${this.tag}`].includes(detail.target);
      if (!meant || event.defaultPrevented || !this.isConnected) return;
      event.preventDefault();
      this.opened(detail);
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#deaf?.();
  }

  override attributeChangedCallback() {
    this.#changed();
  }

  /** Another widget, or a link, asks this one to open. @internal */
  protected opened(_detail: ClinicEvents['clinic-open']): void {
    this.open();
  }

  /** Whether there is enough to show. @internal */
  protected get stage(): Stage {
    return 'show';
  }

  /** Whether nothing stands inside the tag that could stand in for the widget. @internal */
  protected get bare(): boolean {
    return !this.textContent?.trim() && !this.firstElementChild;
  }

  /** Fills the root: with the widget, or with whatever stands in for it. Tells where it has come to less than it may. @internal */
  protected abstract draw(root: ShadowRoot, stage: Stage): Stage | void;

  protected override createRenderRoot() {
    adoptStyles(this.#root, (this.constructor as typeof ReactiveElement).elementStyles);
    // Lit keeps what this returns as the public `renderRoot`: the host gives nothing away.
    return this;
  }

  protected override update(changed: PropertyValues) {
    // Words by strangers may name a widget, but none is ever mounted there.
    const may = this.closest('[rel~="ugc" i]') ? 'fallback' : (this.#held ?? this.stage);
    for (const theme of ['light', 'dark'] as const) this.mark(theme, this.settings.theme === theme);
    super.update(changed);
    const stage = this.draw(this.#root, may) ?? may;
    markFallbacks(this.#root);
    // What clinic-widgets.css keeps free for a widget is given back as soon as its height is its own.
    this.mark('settled', stage !== 'wait');
    if (stage !== 'show' || this.#ready) return;
    this.#ready = true;
    void this.updateComplete.then(() => this.emit('clinic-ready', {}));
  }

  /** What stands in the way of the widget's own stage. One that already shows itself when it moves stays as it is. */
  get #held(): Stage | undefined {
    return this.#unheard === 'wait' && this.#ready ? undefined : this.#unheard;
  }

  #hear() {
    const heard = (unheard?: 'fallback') => {
      // It may have moved elsewhere since.
      if (this.#hearing !== hearing) return;
      this.#hearing = undefined;
      this.#unheard = unheard;
      // A request that nobody heard is not made again by itself.
      if (this.isConnected) this.#consumer.hostConnected();
      this.#changed();
    };
    const hearing = configAround(this)?.then(
      () => heard(),
      () => {
        reportConfigError(
          '<clinic-config> did not load, so the widgets inside it keep their fallback',
        );
        heard('fallback');
      },
    );
    this.#hearing = hearing;
    this.#unheard = hearing && 'wait';
  }

  #changed() {
    this.#layers = this.#settings = undefined;
    this.requestUpdate();
  }
}

export type { Settings };
