import type { Submission } from '../contract/index.js';
import { encode, type EncodeOptions, type FilePart, type Sealed } from '../transport/index.js';

/** A random UUID (version 4). `crypto.randomUUID` exists on secure pages only. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What the visitor has answered: another content is another submission. */
export type Content = Pick<Submission, 'type' | 'version' | 'data' | 'consents'>;
/** What the envelope says besides. */
export type Envelope = Omit<Submission, keyof Content | 'id' | 'sentAt' | 'replaces'>;

/**
 * Seals a form's answers into a submission once, so that every retry and every *Try again* sends the same id and the same bytes.
 * Changed answers are another submission: a new id, and `replaces` names the old one.
 */
export class Seal {
  #content?: string;
  #submission?: Submission;
  /** The files that go along. */
  files: readonly FilePart[] = [];
  #encoded?: { by: string; sealed: Promise<Sealed> };

  /**
   * @param envelope kept from the first sealing on, because it is part of the bytes
   * @param files another photo is another submission, also under the same name
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

  /** The bytes of the sealed submission, made once for each way of encoding. */
  bytes(options: Omit<EncodeOptions, 'files'>): Promise<Sealed> {
    const by = JSON.stringify([options.format, options.names, options.extra]);
    if (this.#encoded?.by !== by)
      this.#encoded = {
        by,
        sealed: encode(this.#submission!, { ...options, files: [...this.files] }),
      };
    return this.#encoded.sealed;
  }

  /** Forgets the submission: the next one is new, and replaces nothing. */
  break() {
    this.#content = this.#submission = this.#encoded = undefined;
    this.files = [];
  }
}
