import {
  endpointOf,
  keyOnPage,
  type KeyHost,
  type Layers,
  type Resolved,
} from '../config/index.js';
import type { Clinic, SubmissionType } from '../contract/index.js';
import type { LocalText } from '../i18n/index.js';
import { checkEndpoint } from '../transport/index.js';
// Captures the original `fetch` now, because the module that sends is loaded later.
import '../transport/native.js';
import type { ConsentDocument } from './consents.js';

/** The parts of a widget that its destination depends on. */
export interface SendingHost extends KeyHost {
  readonly settings: Resolved;
  readonly layers: Layers;
  readonly clinic: Clinic | undefined;
  misconfigured(code: string, message: string): void;
}

const problems = {
  scheme: 'must start with https:',
  credentials: 'must not contain a username or password',
  syntax: 'is not a valid URL',
};

/**
 * Where a form's answers are sent, and which documents its consents link to, from the page's
 * settings and the clinic file.
 */
export class Destination {
  #reported?: string;
  /** Cached per set of settings, because searching the page for keys is slow. */
  #searched?: { layers: Layers; place: string | undefined };

  constructor(
    private readonly host: SendingHost,
    private readonly type: SubmissionType,
    private readonly local: (text: LocalText | undefined) => string,
  ) {}

  /** The address to send to; undefined if none is set or allowed. */
  get endpoint(): string | undefined {
    const written = endpointOf(this.host.layers, this.type, this.host.clinic);
    if (written === undefined) return undefined;
    const checked = checkEndpoint(written);
    if ('url' in checked) return checked.url;
    this.#report('endpoint-refused', `endpoint="${written}" ${problems[checked.error]}`);
    return undefined;
  }

  /**
   * Whether the page contains a secret key of another service, readable by anyone. The form then
   * sends nothing.
   */
  get exposesKey(): boolean {
    const { layers } = this.host;
    if (this.#searched?.layers !== layers) this.#searched = { layers, place: keyOnPage(this.host) };
    const { place } = this.#searched;
    if (!place) return false;
    this.#report(
      'key-refused',
      `will not send: ${place} contains a key that every visitor can read; remove it from the page, get a new one, and keep that one on your server`,
    );
    return true;
  }

  /** Reports a missing endpoint, once. */
  reportMissing(): void {
    if (this.#reported !== undefined) return;
    this.#report(
      'no-endpoint',
      'has no endpoint, so it cannot send; add endpoint="https://…" to it, data-endpoint to the script tag, or "endpoints" to the clinic file',
    );
  }

  /**
   * The configured documents, out of three. A version from the clinic file applies only to the
   * address in the same file.
   */
  get documents(): ConsentDocument[] {
    const { settings, clinic } = this.host;
    return (['terms', 'privacy', 'notice'] as const).flatMap((name) => {
      const { href: addresses, version } = clinic?.documents?.[name] ?? {};
      const fromFile = this.local(addresses);
      const href = settings[name] ?? fromFile;
      return href ? [{ name, href, version: href === fromFile ? version : undefined }] : [];
    });
  }

  #report(code: string, message: string) {
    if (this.#reported === message) return;
    this.#reported = message;
    // Not during a render: a listener may change what is being drawn.
    queueMicrotask(() => this.host.misconfigured(code, message));
  }
}
