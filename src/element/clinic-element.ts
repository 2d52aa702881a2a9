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
  type ProvidedConfig,
  type Resolved,
  type Settings,
} from '../config/index.js';
import type { Offer } from '../i18n/index.js';
import { attachRoot } from './closed-root.js';
import { markFallbacks } from './fallbacks.js';

/**
 * What is shown: `show`: the widget; `wait`: the fallback while something loads; `fallback`: the
 * fallback permanently.
 */
export type Stage = 'show' | 'wait' | 'fallback';

/** Number of widgets of each tag so far, for `instance`. */
const instanceCounts: Record<string, number> = {};

/** The detail of an event without the keys that every event has. */
type EventDetail<Type extends keyof ClinicEvents> = Omit<ClinicEvents[Type], keyof ClinicDetail>;

/**
 * Base class of all widgets: settings merged from all their sources, the clinic file, an instance name for events, the fallback until the
 * widget can be shown, and a closed shadow root.
 *
 * It extends Lit's ReactiveElement, because LitElement exposes its root as `renderRoot`. Each widget fills the root itself: forms render
 * templates, the FAQ uses none and stays smaller.
 *
 * @slot - The fallback: shown until the widget is ready, and permanently if it can't be shown
 * @csspart heading - The headings
 * @fires {CustomEvent<ClinicEvents['clinic-ready']>} clinic-ready - First usable render
 * @fires {CustomEvent<ClinicEvents['clinic-error']>} clinic-error - A configuration error that prevents something from working: `code`, `message`
 * @fires {CustomEvent<ClinicEvents['clinic-open']>} clinic-open - Asks another widget to open: `target`, `service?`, `ref?`; `preventDefault()` cancels it
 * @cssproperty --clinic-font - Font family of all text
 * @cssproperty --clinic-font-size - Base font size; all sizes derive from it
 * @cssproperty --clinic-line-height - Height of a line of text
 * @cssproperty --clinic-color-text - Text
 * @cssproperty --clinic-color-muted - Hints; 4.5:1 on the surface
 * @cssproperty --clinic-color-surface - Background of the widget
 * @cssproperty --clinic-color-field - Background of a control
 * @cssproperty --clinic-color-border - Border of a control; 3:1 on field and surface
 * @cssproperty --clinic-color-accent - Buttons, links, selected options
 * @cssproperty --clinic-color-on-accent - Text on the accent
 * @cssproperty --clinic-color-focus - Focus ring
 * @cssproperty --clinic-color-error - Errors, always shown with an icon and text
 * @cssproperty --clinic-color-success - Success
 * @cssproperty --clinic-color-warning - Warnings, such as an unconfirmed submission
 * @cssproperty --clinic-radius - Corners
 * @cssproperty --clinic-space - Base unit of spacing; gaps are multiples of it
 * @cssproperty --clinic-border-width - Border width of a control
 * @cssproperty --clinic-target - Height of a control, never below 44px
 * @cssproperty --clinic-width - Maximum width of a form
 * @cssproperty --clinic-shadow - Shadow of dialogs and popups
 */
export abstract class ClinicElement extends ReactiveElement {
  /** The plain tag, also for elements under their `clinic-…` name. */
  static tag = '';

  /**
   * Set to open before widgets are created, for audit tools; pages do this with `data-inspect` on
   * the script tag.
   */
  static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };

  static override get observedAttributes() {
    const own = super.observedAttributes;
    return [...own, ...own.map((name) => `data-${name}`)];
  }

  /** Reading a property returns the merged setting; setting one overrides all other sources. */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    if (options.state) return super.getPropertyDescriptor(name, key, options);
    return {
      get(this: ClinicElement) {
        return (this.settings as Record<PropertyKey, unknown>)[name] ?? this.#properties[name];
      },
      set(this: ClinicElement, value: unknown) {
        this.#properties[name] = value;
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

  /** Heading of the widget; empty for none, if the page has its own */
  declare heading?: string;
  /** Level of that heading, 1 to 6, default 2 */
  declare headingLevel?: number;
  /** `auto` (default, the page's color-scheme), `light` or `dark` */
  declare theme?: 'auto' | 'light' | 'dark';
  /** Name of the partner site, included in events and submissions */
  declare partner?: string;
  /** Phone number shown when sending fails */
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
  readonly #properties: Record<PropertyKey, unknown> = {};
  #layers?: Layers;
  #settings?: Resolved;
  #provided?: ProvidedConfig;
  #watchedFile?: ClinicFile;
  /** Settles when the `<clinic-config>` around the widget is defined or failed to load; it may set the endpoint. */
  #configLoading?: Promise<void> | undefined;
  /** What is shown instead of the widget while that element loads, or if it fails to */
  #configStage?: 'wait' | 'fallback' | undefined;
  #ready = false;
  #name?: string;
  #stopListening?: () => void;

  /** The plain tag. */
  get tag(): string {
    return (this.constructor as typeof ClinicElement).tag;
  }

  /** Identifies this widget in events: its id, the id of its marker, or `<tag>-1`, `<tag>-2` … in order of appearance. */
  get instance(): string {
    const marker = this.closest('[data-clinic-widget]');
    return (
      this.id ||
      marker?.id ||
      (this.#name ??= `${this.tag}-${(instanceCounts[this.tag] = (instanceCounts[this.tag] ?? 0) + 1)}`)
    );
  }

  /** The settings, merged from all sources. */
  get settings(): Resolved {
    return (this.#settings ??= resolve(this.layers));
  }

  /** The settings by source, before the merge. @internal */
  get layers(): Layers {
    if (this.#layers) return this.#layers;
    const { meta, window, script } = pageSettings();
    const properties: Record<string, unknown> = {};
    for (const name of settingNames) {
      properties[name] = parseSetting(name, this.#properties[name], `<${this.localName}>.${name}`);
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

  /** The clinic file; undefined until it has loaded. @internal */
  get clinic(): Clinic | undefined {
    return this.#file?.clinic;
  }

  /** True while the clinic file, or the `<clinic-config>` that may name one, is loading. @internal */
  get clinicPending(): boolean {
    return this.#configStage === 'wait' || this.#file?.state === 'pending';
  }

  /** Resolves when the clinic file has loaded or failed. @internal */
  get clinicSettled(): Promise<void> {
    return (
      this.#configLoading?.then(() => this.clinicSettled) ??
      this.#file?.settled ??
      Promise.resolve()
    );
  }

  get #file(): ClinicFile | undefined {
    const address = this.isConnected
      ? (this.#provided?.config ?? pageSettings().config)
      : undefined;
    const file = address ? clinicFile(address) : undefined;
    if (file && file !== this.#watchedFile) {
      this.#watchedFile = file;
      void file.settled.then(() => this.#changed());
    }
    return file;
  }

  /** The clinic's own text for a key of this widget. @internal */
  ownText(language: string, key: string): string | undefined {
    const words = this.clinic?.messages?.[language];
    const text: unknown = typeof words === 'object' && words[`${this.tag}.${key}`];
    // The clinic file is not validated.
    return typeof text === 'string' ? text : undefined;
  }

  /** What the clinic file offers of a language. @internal */
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

  /** Scrolls the widget into view and moves focus to its start. */
  open(): void {
    const start =
      this.#root.querySelector<HTMLElement>('[part~="heading"]') ??
      this.#root.querySelector<HTMLElement>('input, select, textarea, button') ??
      this.querySelector<HTMLElement>('summary');
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.scrollIntoView({ block: 'start', behavior: reducedMotion ? 'auto' : 'smooth' });
    start?.focus({ preventScroll: true });
  }

  /** Closes what `open()` opened; does nothing to a widget that is displayed inline. */
  close(): void {}

  /** Dispatches a `clinic-*` event from this widget; returns false if a listener prevented it. @internal */
  emit<Type extends keyof ClinicEvents>(type: Type, fields: EventDetail<Type>): boolean {
    const detail = {
      widget: this.tag,
      instance: this.instance,
      ...(this.settings.partner && { partner: this.settings.partner }),
      ...(this.settings.sandbox && { sandbox: true }),
      ...fields,
    };
    // A widget that was removed from the page while it was sending still reports the outcome.
    return bus.emit(
      type,
      detail as unknown as ClinicEvents[Type],
      this.isConnected ? this : document,
    );
  }

  /** Reports a configuration error of this widget: one console line and one `clinic-error`. @internal */
  misconfigured(code: string, message: string): void {
    reportConfigError(`<${this.localName}> ${message}`);
    this.emit('clinic-error', { code, message });
  }

  /** Sets or clears a custom state, which pages can style as `:state(name)`. @internal */
  mark(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }

  /** Adds the style sheet of a lazy module to the root. @internal */
  adopt({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets } = this.#root;
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  }

  override connectedCallback() {
    this.#loadConfig();
    this.#changed();
    void this.instance;
    super.connectedCallback();
    this.#stopListening = bus.on('clinic-open', (detail, event) => {
      const isTarget = [this.instance, this.tag, `clinic-${this.tag}`].includes(detail.target);
      if (!isTarget || event.defaultPrevented || !this.isConnected) return;
      event.preventDefault();
      this.opened(detail);
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override attributeChangedCallback() {
    this.#changed();
  }

  /** Called when another widget or a link asks this one to open. @internal */
  protected opened(_detail: ClinicEvents['clinic-open']): void {
    this.open();
  }

  /** What can be shown now. @internal */
  protected get stage(): Stage {
    return 'show';
  }

  /** True if the tag has no children that could be the fallback. @internal */
  protected get bare(): boolean {
    return !this.textContent?.trim() && !this.firstElementChild;
  }

  /**
   * Fills the root with the widget or its replacement.
   *
   * @returns the stage that was drawn, if it is not `stage`
   * @internal
   */
  protected abstract draw(root: ShadowRoot, stage: Stage): Stage | void;

  protected override createRenderRoot() {
    adoptStyles(this.#root, (this.constructor as typeof ReactiveElement).elementStyles);
    // Lit makes the returned node public as `renderRoot`, so this must not be the closed root.
    return this;
  }

  protected override update(changed: PropertyValues) {
    // User-generated content (comments, guest books) can contain a widget's tag, but the widget is never shown there.
    const allowed = this.closest('[rel~="ugc" i]')
      ? 'fallback'
      : (this.#blockedStage ?? this.stage);
    for (const theme of ['light', 'dark'] as const) this.mark(theme, this.settings.theme === theme);
    super.update(changed);
    const stage = this.draw(this.#root, allowed) ?? allowed;
    markFallbacks(this.#root);
    // clinic-widgets.css reserves a height for widgets that aren't settled.
    this.mark('settled', stage !== 'wait');
    if (stage !== 'show' || this.#ready) return;
    this.#ready = true;
    void this.updateComplete.then(() => this.emit('clinic-ready', {}));
  }

  /** Overrides the widget's own stage while `<clinic-config>` loads. A widget that is moved after it was shown stays shown. */
  get #blockedStage(): Stage | undefined {
    return this.#configStage === 'wait' && this.#ready ? undefined : this.#configStage;
  }

  #loadConfig() {
    const finish = (stage?: 'fallback') => {
      // The widget may have been moved in the meantime.
      if (this.#configLoading !== loading) return;
      this.#configLoading = undefined;
      this.#configStage = stage;
      // Lit doesn't repeat a context request that had no provider.
      if (this.isConnected) this.#consumer.hostConnected();
      this.#changed();
    };
    const loading = configAround(this)?.then(
      () => finish(),
      () => {
        reportConfigError(
          '<clinic-config> did not load, so the widgets inside it keep their fallback',
        );
        finish('fallback');
      },
    );
    this.#configLoading = loading;
    this.#configStage = loading && 'wait';
  }

  #changed() {
    this.#layers = this.#settings = undefined;
    this.requestUpdate();
  }
}

export type { Settings };
