import type { Submission } from '../../contract/index.js';
import { encode, type EncodeOptions, type FilePart, type Sealed } from '../../transport/index.js';

/** A random UUID (version 4). `crypto.randomUUID` exists on secure pages only. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

type Content = Pick<Submission, 'type' | 'version' | 'data' | 'consents'>;
type Surround = Omit<Submission, keyof Content | 'id' | 'sentAt' | 'replaces'>;

/**
 * Closes a form's answers into a submission once, so that every retry and every *Try again* sends the same id and the same bytes.
 * Changed answers are another submission: a new id, and `replaces` names the old one.
 */
export class Seal {
  #content?: string;
  #submission?: Submission;
  /** What goes along. */
  files: readonly FilePart[] = [];
  #sealed?: { how: string; sealed: Promise<Sealed> };

  /**
   * @param around what the envelope says besides; it is kept from the first sealing on, because it is part of the bytes
   * @param files what goes along: another photo is another submission, also under the same name
   */
  close(content: Content, around: Surround, files: readonly FilePart[] = []): Submission {
    const text = JSON.stringify([content.type, content.version, content.data, content.consents]);
    const sameFiles =
      files.length === this.files.length &&
      files.every(({ blob }, at) => blob === this.files[at].blob);
    if (this.#submission && text === this.#content && sameFiles) return this.#submission;
    const replaces = this.#submission?.id;
    this.#content = text;
    this.files = files;
    this.#sealed = undefined;
    return (this.#submission = {
      id: uuid(),
      type: content.type,
      version: content.version,
      sentAt: new Date().toISOString(),
      ...around,
      ...(replaces && { replaces }),
      data: content.data,
      consents: content.consents,
    } as Submission);
  }

  /** The bytes of the closed submission, made once. */
  bytes(options: Omit<EncodeOptions, 'files'>): Promise<Sealed> {
    const how = JSON.stringify([options.format, options.names, options.extra]);
    if (this.#sealed?.how !== how)
      this.#sealed = {
        how,
        sealed: encode(this.#submission!, { ...options, files: [...this.files] }),
      };
    return this.#sealed.sealed;
  }

  break() {
    this.#content = this.#submission = this.#sealed = undefined;
    this.files = [];
  }
}
