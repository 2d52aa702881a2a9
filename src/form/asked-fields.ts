import { complain } from '../config/index.js';
import type { SubmissionType } from '../contract/index.js';
import type { Draft } from './answers.js';
import type { PostingElement } from './form-controller.js';
import type { Field, Form, Surroundings } from './define-form.js';

/** What one form asks as things stand, and what has been answered so far. */
export class Questions {
  constructor(
    private readonly host: PostingElement,
    readonly form: Form<SubmissionType>,
    readonly draft: Draft,
  ) {}

  get around(): Surroundings {
    return { settings: this.host.settings, clinic: this.host.clinic, answers: this.draft };
  }

  /** All that the form can ask. */
  get names(): string[] {
    return Object.keys(this.form.fields);
  }

  /** The `fields` attribute, `givenName, phone?, email!`, as names with their mark. */
  get chosen(): Map<string, string> | undefined {
    const { fields } = this.host.settings;
    const parts = fields?.split(',').map((part) => /^\s*(\w+)\s*([?!]?)/.exec(part) ?? []);
    for (const [, name] of parts ?? [])
      if (name && !this.names.includes(name))
        complain(`<${this.host.localName}> fields: no "${name}", only ${this.names.join(', ')}`);
    return parts && new Map(parts.map(([, name, mark]) => [name ?? '', mark ?? '']));
  }

  /** Undefined for a name that this form does not have. */
  field(name: string): (Field<unknown> & { must?: boolean }) | undefined {
    return (this.form.fields as Record<string, Field<unknown>>)[name];
  }

  asks(name: string): boolean {
    const field = this.field(name);
    if (!field?.render || field.asked?.(this.around) === false) return false;
    const { chosen } = this;
    if (field.must) return true;
    const { usual } = field;
    if (!chosen) return (typeof usual === 'function' ? usual(this.around) : usual) !== false;
    const { instead } = field;
    if (chosen.has(name) || !instead) return chosen.has(name);
    // The other one may be given up: nobody finds a time, and is asked for days.
    return !chosen.has(instead) || this.field(instead)?.needed?.(this.around) === false;
  }

  /** Whether it must be answered: the contract or the clinic insists. */
  requires(name: string): boolean {
    const field = this.field(name);
    return !!field?.must || this.chosen?.get(name) === '!' || !!field?.needed?.(this.around);
  }

  /** Whether a consent is asked of this visitor. */
  agrees(id: string): boolean {
    return this.form.consents.asked?.(id, this.around) !== false;
  }

  answer(name: string): unknown {
    return this.field(name)?.read(this.draft, name, this.around);
  }
}
