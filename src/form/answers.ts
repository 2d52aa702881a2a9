/**
 * A file that is sent with the answers, kept in memory. The original file name is dropped because
 * it may contain a person's name.
 */
export interface Attachment {
  /** A neutral name, unique in the submission: `front.jpg` */
  filename: string;
  /** A copy of its bytes: a phone can revoke access to a picked file */
  blob: Blob;
}

/**
 * An answer that means more than the text its text box shows, such as an insurer picked from the
 * clinic's list.
 */
export interface PickedAnswer {
  /** The text in the box. Typing other text replaces the whole answer. */
  readonly text: string;
}

/**
 * The value stored under one name. Fields with their own type of value (a time, a photo) store an
 * object.
 */
export type Answer = string | boolean | readonly string[] | readonly Attachment[] | object;

/** Read-only view of the answers so far, by the `data-field` names of the controls. */
export interface Answers {
  /** The object that a field has stored; undefined if there is none */
  get<Value extends object>(name: string): Value | undefined;
  /** Trimmed text; undefined if nothing was entered */
  text(name: string): string | undefined;
  /**
   * The value of a checkbox, or of radio buttons whose values are `true` and `false`; undefined if
   * nothing was chosen
   */
  flag(name: string): boolean | undefined;
  /** The values of several checkboxes with one name; undefined if none is checked */
  list<Item extends string = string>(name: string): Item[] | undefined;
  /** The files under a name; undefined if there are none */
  files<File extends Attachment = Attachment>(name: string): File[] | undefined;
}

/** The value of a control before anything was entered. */
const emptyLike = (answer: Answer): Answer =>
  typeof answer === 'string' ? '' : typeof answer === 'boolean' ? false : [];

const isPicked = (answer: Answer | undefined): answer is PickedAnswer =>
  typeof answer === 'object' && 'text' in answer && typeof answer.text === 'string';

const isSame = (one: Answer, other: Answer): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, at) => item === other[at])
    : one === other;

/**
 * Stores everything a visitor has entered into one form. It is the only place where answers are
 * kept. They stay in memory and are never stored on the device.
 */
export class AnswerStore implements Answers {
  readonly #answers = new Map<string, Answer>();
  #pending: Promise<unknown>[] = [];

  /**
   * Stores an answer, from code or from a control. Returns whether it differs from the previous
   * value.
   */
  set(name: string, answer: Answer): boolean {
    const before = this.#answers.get(name);
    // The box still shows the text of the picked answer, so keep that answer.
    if (isPicked(before) && before.text === answer) return false;
    this.#answers.set(name, answer);
    return !isSame(before ?? emptyLike(answer), answer);
  }

  /** Removes an answer as if it had never been given. */
  delete(name: string): void {
    this.#answers.delete(name);
  }

  /** Whether anything was ever stored under this name, including empty text. */
  has(name: string): boolean {
    return this.#answers.has(name);
  }

  /** Removes all answers and forgets pending ones. */
  clear(): void {
    this.#answers.clear();
    this.#pending = [];
  }

  get<Value extends object>(name: string): Value | undefined {
    const answer = this.#answers.get(name);
    return typeof answer === 'object' ? (answer as Value) : undefined;
  }

  /** The text of a box, untrimmed. */
  raw(name: string): string {
    const answer = this.#answers.get(name);
    return typeof answer === 'string' ? answer : isPicked(answer) ? answer.text : '';
  }

  text(name: string): string | undefined {
    return this.raw(name).trim() || undefined;
  }

  flag(name: string): boolean | undefined {
    const answer = this.#answers.get(name);
    if (typeof answer === 'boolean') return answer;
    return answer === 'true' ? true : answer === 'false' ? false : undefined;
  }

  list<Item extends string = string>(name: string): Item[] | undefined {
    return this.#items<Item>(name);
  }

  files<File extends Attachment = Attachment>(name: string): File[] | undefined {
    return this.#items<File>(name)?.filter((item) => typeof item === 'object');
  }

  #items<Item>(name: string): Item[] | undefined {
    const answer = this.#answers.get(name);
    return Array.isArray(answer) && answer.length > 0 ? (answer as Item[]) : undefined;
  }

  /** Whether a checkbox or radio button with this value is checked. */
  isChecked(name: string, value: string): boolean {
    const answer = this.#answers.get(name);
    if (Array.isArray(answer)) return (answer as string[]).includes(value);
    return typeof answer === 'boolean' ? answer : answer === value;
  }

  /**
   * Delays the submission until pending work is done, such as resizing a photo. The promise must
   * never reject.
   */
  waitFor(work: Promise<unknown>): void {
    this.#pending.push(work);
  }

  /** Whether any answer is still pending. */
  get isPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Resolves when no answer is pending. */
  async settled(): Promise<void> {
    while (this.#pending.length > 0) await this.#pending.shift();
  }
}
