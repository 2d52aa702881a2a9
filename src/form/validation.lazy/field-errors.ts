import type { Issue } from '../../contract/index.js';
import type { Dictionary, Messages } from '../../i18n/index.js';
import { controlOf, fieldOf } from '../define-form.js';

/** Why a field was refused, and which of its controls must change. */
interface Refusal {
  code: string;
  /** The endpoint's own words */
  message: string | undefined;
  controls: string[];
  /** The endpoint has refused it, which may know more than the contract here */
  theirs: boolean;
}

/** What stands in the way, field by field: found here or by the endpoint, told by the same path in the same words. */
export class Refusals {
  #byField = new Map<string, Refusal>();

  constructor(private readonly words: Pick<Messages<Dictionary>, 'find' | 'say'>) {}

  get size() {
    return this.#byField.size;
  }

  get fields(): string[] {
    return [...this.#byField.keys()];
  }

  clear() {
    this.#byField.clear();
  }

  /** Takes all issues there are. */
  set(issues: Issue[], theirs: boolean) {
    this.#byField = sorted(issues, theirs);
  }

  /**
   * Judges some fields anew. What the endpoint has refused may look right from here: it stands until its field is edited.
   * @param judged touched or refused before
   * @param edited the field the visitor is in, if any
   */
  judge(issues: Issue[], judged: Iterable<string>, edited: string | undefined) {
    const now = sorted(issues, false);
    for (const field of judged) {
      if (this.#byField.get(field)?.theirs && edited !== field) continue;
      const refusal = now.get(field);
      if (refusal) this.#byField.set(field, refusal);
      else this.#byField.delete(field);
    }
  }

  /** The control to lead to. */
  control(field: string): string {
    return this.#byField.get(field)?.controls[0] ?? field;
  }

  /** The controls inside a field that must change; empty where it is the field as a whole. */
  controls(field: string): string[] {
    return this.#byField.get(field)?.controls.filter((control) => control !== field) ?? [];
  }

  /** The endpoint's own words, else ours for this field and code, else ours for the code. */
  why(field: string): string | undefined {
    const refusal = this.#byField.get(field);
    if (!refusal) return undefined;
    const { code, message } = refusal;
    const { find, say } = this.words;
    const general = field.startsWith('consent.') ? 'consent.missing' : `error.${code}`;
    const label = find(`${field}.label`) ?? field;
    return (
      message ?? find(`${field}.${code}`) ?? say(find(general) ? general : 'error.other', { label })
    );
  }
}

function sorted(issues: Issue[], theirs: boolean): Map<string, Refusal> {
  const byField = new Map<string, Refusal>();
  for (const issue of issues) {
    const control = controlOf(issue);
    const known = byField.get(fieldOf(control));
    if (known) known.controls.push(control);
    else
      byField.set(fieldOf(control), {
        code: issue.code,
        message: issue.message,
        controls: [control],
        theirs,
      });
  }
  return byField;
}
