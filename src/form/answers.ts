/** A file that goes along, in memory. Its own name stays behind: people name files after themselves. */
export interface Attachment {
  /** A neutral name, unique in the submission: `front.jpg` */
  filename: string;
  /** Its bytes, copied: a phone takes the permission for a picked file back */
  blob: Blob;
}

/** An answer that a text box shows and that means more than its text: an insurer picked from the clinic's list. */
export interface PickedAnswer {
  /** What the box shows. Other text in the box replaces the whole answer. */
  readonly text: string;
}

/** What the store holds under one name. Fields with a value of their own kind (a time, a photo) put it in as an object. */
export type Answer = string | boolean | readonly string[] | readonly Attachment[] | object;

/** The answers so far, by the `data-field` names of the controls, to read. */
export interface Answers {
  /** The value that a field of its own kind has put in; undefined where there is none */
  get<Value extends object>(name: string): Value | undefined;
  /** Trimmed; undefined where nothing was entered */
  text(name: string): string | undefined;
  /** Of a checkbox, or of radio buttons whose values are `true` and `false`; undefined where nothing was chosen */
  flag(name: string): boolean | undefined;
  /** Of several checkboxes with one name; undefined where none is checked */
  list<Item extends string = string>(name: string): Item[] | undefined;
  /** The files under a name; undefined where there is none */
  files<File extends Attachment = Attachment>(name: string): File[] | undefined;
}

/** What a control holds before anything was entered. */
const emptyLike = (answer: Answer): Answer =>
  typeof answer === 'string' ? '' : typeof answer === 'boolean' ? false : [];

const isPicked = (answer: Answer | undefined): answer is PickedAnswer =>
  typeof answer === 'object' && 'text' in answer && typeof answer.text === 'string';

const isSame = (one: Answer, other: Answer): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, at) => item === other[at])
    : one === other;

/**
 * All that a visitor has entered into one form: the only place where an answer is kept, in memory only. Nothing is ever stored on the
 * device.
 */
export class AnswerStore implements Answers {
  readonly #answers = new Map<string, Answer>();
  #pending: Promise<unknown>[] = [];

  /** Puts an answer in, from code or from a control. Returns whether it differs from what was there. */
  set(name: string, answer: Answer): boolean {
    const before = this.#answers.get(name);
    // The box still shows the text of what was picked: that stays the answer.
    if (isPicked(before) && before.text === answer) return false;
    this.#answers.set(name, answer);
    return !isSame(before ?? emptyLike(answer), answer);
  }

  /** Takes an answer out, as if it had never been given. */
  delete(name: string): void {
    this.#answers.delete(name);
  }

  /** Whether anything was ever put in under this name, an empty text too. */
  has(name: string): boolean {
    return this.#answers.has(name);
  }

  /** Forgets every answer, and what was still on its way. */
  clear(): void {
    this.#answers.clear();
    this.#pending = [];
  }

  get<Value extends object>(name: string): Value | undefined {
    const answer = this.#answers.get(name);
    return typeof answer === 'object' ? (answer as Value) : undefined;
  }

  /** The text of a box, as the box shows it. */
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

  /** Keeps the submission waiting for an answer that is on its way: a photo that is being made smaller. It never rejects. */
  waitFor(work: Promise<unknown>): void {
    this.#pending.push(work);
  }

  /** Whether an answer is still on its way. */
  get isPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Settles when every answer that was on its way is here. */
  async settled(): Promise<void> {
    while (this.#pending.length > 0) await this.#pending.shift();
  }
}
