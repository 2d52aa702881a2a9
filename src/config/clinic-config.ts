import { ContextConsumer, ContextProvider } from '@lit/context';
import { ReactiveElement } from '@lit/reactive-element';
import { configContext, type ProvidedConfig } from './context.js';
import { attributesOf, kebab, parseAddress, settingNames } from './settings.js';

const attributes = ['config', ...settingNames.map(kebab)];

/**
 * Settings for every widget inside it: any attribute of any widget, and `config`, the URL of a clinic file. An attribute on the widget itself
 * wins over one here; an inner `<clinic-config>` wins over an outer one.
 * @summary One configuration for several widgets
 * @tag clinic-config
 * @attr {string} config - URL of the clinic file for the widgets inside
 * @attr {string} endpoint - Where the widgets inside send answers; any other widget attribute works here too
 */
export class ClinicConfig extends ReactiveElement {
  static override get observedAttributes() {
    return [
      ...super.observedAttributes,
      ...attributes,
      ...attributes.map((name) => `data-${name}`),
    ];
  }

  readonly #provider = new ContextProvider(this, {
    context: configContext,
    initialValue: { settings: {} },
  });
  readonly #outer = new ContextConsumer(this, {
    context: configContext,
    subscribe: true,
    callback: () => this.#provide(),
  });

  override connectedCallback() {
    super.connectedCallback();
    this.#provide();
  }

  override attributeChangedCallback() {
    if (this.isConnected) this.#provide();
  }

  protected override createRenderRoot() {
    return this;
  }

  #provide() {
    const outer = this.#outer?.value;
    const config = this.getAttribute('config') ?? this.getAttribute('data-config');
    const provided: ProvidedConfig = { settings: { ...outer?.settings, ...attributesOf(this) } };
    const address = parseAddress(config, '<clinic-config> config') ?? outer?.config;
    if (address) provided.config = address;
    this.#provider.setValue(provided);
  }
}

if (!customElements.get('clinic-config')) customElements.define('clinic-config', ClinicConfig);

declare global {
  interface HTMLElementTagNameMap {
    'clinic-config': ClinicConfig;
  }
}
