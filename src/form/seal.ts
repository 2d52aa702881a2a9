import type { Submission } from '../contract/index.js';
import { encode, type EncodeOptions, type FilePart, type Sealed } from '../transport/index.js';

/** A random UUID (version 4). `crypto.randomUUID` exists in secure contexts only. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The part of a submission that identifies it: different content is a different submission. */
export type Content = Pick<Submission, 'type' | 'version' | 'data' | 'consents'>;
/** The rest of a submission's envelope. */
export type Envelope = Omit<Submission, keyof Content | 'id' | 'sentAt' | 'replaces'>;

/**
 * Seals the answers of a form into a submission. Retries and *Try again* then send the same id and
 * the same bytes. Changed answers get a new id, and `replaces` names the previous submission.
 */
export class Seal {
  #content?: string;
  #submission?: Submission;
  /** The files to send with it. */
  files: readonly FilePart[] = [];
  #encoded?: { by: string; sealed: Promise<Sealed> };

  /**
   * @param envelope used only when the content is first sealed, because it is part of the bytes
   * @param files a different file makes a different submission, even with the same name
   */
  close(content: Content, envelope: Envelope, files: readonly FilePart[] = []): Submission {
    const text = JSON.stringify([content.type, content.version, content.data, content.consents]);
    const sameFiles =
      files.length === this.files.length &&
      files.every(({ blob }, at) => blob === this.files[at].blob);
    if (this.#submission && text === this.#content && sameFiles) return this.#submission;
    const replaces = this.#submission?.id;
    this.#content = text;
    this.files = files;
    this.#encoded = undefined;
    return (this.#submission = {
      id: uuid(),
      type: content.type,
      version: content.version,
      sentAt: new Date().toISOString(),
      ...envelope,
      ...(replaces && { replaces }),
      data: content.data,
      consents: content.consents,
    } as Submission);
  }

  /** The bytes of the sealed submission, made once for each encoding. */
  bytes(options: Omit<EncodeOptions, 'files'>): Promise<Sealed> {
    const by = JSON.stringify([options.format, options.names, options.extra]);
    if (this.#encoded?.by !== by)
      this.#encoded = {
        by,
        sealed: encode(this.#submission!, { ...options, files: [...this.files] }),
      };
    return this.#encoded.sealed;
  }

  /** Forgets the submission: the next one is new and replaces nothing. */
  break() {
    this.#content = this.#submission = this.#encoded = undefined;
    this.files = [];
  }
}
