import { endpointOf, keyOnPage, type ClinicElement } from '../config/index.js';
import type { SubmissionType } from '../contract/index.js';
import type { LocalText } from '../i18n/index.js';
import { checkEndpoint } from '../transport/index.js';
// The page's own fetch, taken now: the part that sends comes later.
import '../transport/native.js';
import type { ConsentDocument } from './consents.js';

const why = {
  scheme: 'must begin with https:',
  credentials: 'must not carry a user name or password',
  syntax: 'is not an address',
};

/** What a page and its clinic file say about one form: where its answers go, and which documents its consents name. */
export class Setup {
  #told?: string;

  constructor(
    private readonly host: ClinicElement,
    private readonly type: SubmissionType,
    private readonly local: (text: LocalText | undefined) => string,
  ) {}

  /** The address to send to, if there is one that may be used. */
  get endpoint(): string | undefined {
    const value = endpointOf(this.host.layers, this.type, this.host.clinic);
    if (value === undefined) return undefined;
    const checked = checkEndpoint(value);
    if ('url' in checked) return checked.url;
    this.#tell('endpoint-refused', `endpoint="${value}" ${why[checked.error]}`);
    return undefined;
  }

  /** Whether the key of another service stands on the page, where everybody can read it. Such a set-up sends nothing. */
  get exposed(): boolean {
    const place = keyOnPage(this.host);
    if (!place) return false;
    const fix = 'take it off the page, have a new one made, and keep that one at your endpoint';
    this.#tell(
      'key-refused',
      `does not send: ${place} holds a key that every visitor can read: ${fix}`,
    );
    return true;
  }

  /** Says once that there is nowhere to send to. */
  missing(): void {
    if (this.#told !== undefined) return;
    const fix =
      'add endpoint="https://…" to it, data-endpoint to the script, or "endpoints" to the clinic file';
    this.#tell('no-endpoint', `has no endpoint, so it cannot send: ${fix}`);
  }

  /** Those of the three documents that are configured. The version belongs to the address that the clinic file gives, and to no other. */
  get documents(): ConsentDocument[] {
    const { settings, clinic } = this.host;
    return (['terms', 'privacy', 'notice'] as const).flatMap((name) => {
      const { href: addresses, version } = clinic?.documents?.[name] ?? {};
      const own = this.local(addresses);
      const href = settings[name] ?? own;
      return href ? [{ name, href, version: href === own ? version : undefined }] : [];
    });
  }

  #tell(code: string, message: string) {
    if (this.#told === message) return;
    this.#told = message;
    // Not in the midst of a render: a listener may change what is being drawn.
    queueMicrotask(() => this.host.misconfigured(code, message));
  }
}
