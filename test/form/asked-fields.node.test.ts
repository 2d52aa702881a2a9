import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerStore } from '../../src/form/answers.js';
import { AskedFields, controlOf, isConsent, topFieldOf } from '../../src/form/asked-fields.js';
import type { Field, FormContext } from '../../src/form/define-form.js';

const text = (more: Partial<Field<string>> = {}): Field<string> => ({
  read: ({ answers }, name) => answers.text(name),
  render: () => '',
  ...more,
});
const isOther = ({ answers }: FormContext) => answers.text('forWhom') === 'other';

/** A form with one field of each kind that decides whether to ask. */
const fields: Record<string, Field<string> & { required?: true }> = {
  forWhom: { ...text(), required: true },
  service: text({ asked: ({ clinic }) => (clinic?.services?.length ?? 0) > 1, implied: () => 's' }),
  email: text({ alternative: 'phone' }),
  phone: text({ alternative: 'email' }),
  slot: text({ alternative: 'days', requiredIf: ({ answers }) => answers.flag('byDays') !== true }),
  days: text({ alternative: 'slot' }),
  nickname: text({ askedByDefault: false }),
  birthDate: text({ askedByDefault: isOther }),
  guardian: text({
    nested: true,
    asked: isOther,
    requiredIf: isOther,
    read: (context, name) => (isOther(context) ? context.answers.text(name) : undefined),
  }),
  ref: { read: ({ answers }, name) => answers.text(name) },
};

let answers: AnswerStore;
let lines: string[];
beforeEach(() => {
  answers = new AnswerStore();
  lines = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

const host = { localName: 'some-form', settings: {} as { fields?: string }, clinic: {} };
const form = (written?: string, services: object[] = []) => {
  Object.assign(host, {
    settings: written === undefined ? {} : { fields: written },
    clinic: { services },
  });
  const consents = { asked: (id: string) => id !== 'sms' };
  return new AskedFields(host as never, { type: 'x', fields, consents } as never, answers);
};
const names = (asked: AskedFields) => asked.names.filter((name) => asked.asks(name));

describe('the fields asked', () => {
  it('are all by default but those that the answers, the clinic or the field itself leave out', () => {
    expect(names(form())).toEqual(['forWhom', 'email', 'phone', 'slot', 'days']);
    answers.set('forWhom', 'other');
    expect(names(form(undefined, [{ id: 's' }, { id: 't' }]))).toEqual([
      'forWhom',
      'service',
      'email',
      'phone',
      'slot',
      'days',
      'birthDate',
      'guardian',
    ]);
  });

  it('are never those that code sets, or that the form does not have', () => {
    expect(form('ref').asks('ref')).toBe(false);
    expect(form().asks('nothing')).toBe(false);
    expect(form().field('nothing')).toBe(undefined);
  });

  it('are those that the attribute names, beside what nothing could be sent without', () => {
    expect(names(form('nickname'))).toEqual([
      'forWhom',
      'email',
      'phone',
      'slot',
      'days',
      'nickname',
    ]);
  });

  it('drop one of two that will do where the attribute names the other', () => {
    expect(names(form('email'))).toEqual(['forWhom', 'email', 'slot', 'days']);
    expect(names(form('phone, email, days'))).toEqual(['forWhom', 'email', 'phone', 'days']);
  });

  it('keep the other where the one that is named may be given up', () => {
    expect(form('slot').asks('days')).toBe(false);
    answers.set('byDays', true);
    expect(form('slot').asks('days')).toBe(true);
  });

  it('are not asked by name where it makes no sense', () => {
    expect(form('guardian').asks('guardian')).toBe(false);
    answers.set('forWhom', 'other');
    expect(form('guardian').asks('guardian')).toBe(true);
  });

  it('stand in the order of the attribute, before them those that it does not name', () => {
    expect(form('phone, email').inOrder(['email', 'forWhom', 'phone'])).toEqual([
      'forWhom',
      'phone',
      'email',
    ]);
    expect(form().inOrder(['email', 'forWhom'])).toEqual(['email', 'forWhom']);
  });

  it('follow the attribute when it changes', () => {
    const asked = form('email');
    expect(asked.asks('nickname')).toBe(false);
    host.settings = { fields: 'nickname' };
    expect(asked.asks('nickname')).toBe(true);
  });

  it('that the form does not have are named to the webmaster, with those it has', () => {
    const asked = form('emial, phone?');
    expect(asked.asks('phone')).toBe(true);
    expect(asked.asks('email')).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('<some-form> fields: "emial" is not a field; use forWhom, service,');
  });
});

describe('a field must be answered', () => {
  it('where the contract says so, the attribute marks it, or the answers make it so', () => {
    const asked = form('email!, phone?');
    expect(['forWhom', 'email', 'phone', 'guardian'].map((name) => asked.requires(name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    answers.set('forWhom', 'other');
    expect(asked.requires('guardian')).toBe(true);
  });
});

describe('the answers as they travel', () => {
  it('are those of the fields asked, and what is implied or set by code', () => {
    answers.set('forWhom', 'self');
    answers.set('email', ' ana@example.org ');
    answers.set('guardian', 'entered before it was for themselves');
    answers.set('nickname', 'Annie');
    answers.set('ref', 'COV-1');
    expect(form().data()).toEqual({
      forWhom: 'self',
      service: 's',
      email: 'ana@example.org',
      ref: 'COV-1',
    });
  });

  it('prefer what was answered to what is implied', () => {
    answers.set('service', 't');
    expect(form(undefined, [{ id: 's' }, { id: 't' }]).data()).toEqual({ service: 't' });
  });
});

describe('consents', () => {
  it('are asked unless the form says no', () => {
    expect(form().asksConsent('privacy')).toBe(true);
    expect(form().asksConsent('sms')).toBe(false);
  });
});

describe('a control', () => {
  it('is found by the path of an issue', () => {
    const paths: [(string | number)[], string][] = [
      [['data', 'preferences', 0, 'day'], 'preferences.0.day'],
      [['consents', 'sms'], 'consent.sms'],
      [['email'], 'email'],
      [[], ''],
    ];
    for (const [path, control] of paths)
      expect(controlOf({ path, code: 'required' })).toBe(control);
  });

  it('belongs to a field: to its own where the field is made of fields, else to the whole', () => {
    const asked = form();
    expect(asked.fieldOf('guardian.phone')).toBe('guardian.phone');
    expect(asked.fieldOf('guardian')).toBe('guardian');
    expect(asked.fieldOf('birthDate.month')).toBe('birthDate');
    expect(asked.fieldOf('consent.sms')).toBe('consent.sms');
    expect(asked.fieldOf('consent')).toBe('consent');
    expect(topFieldOf('guardian.phone')).toBe('guardian');
    expect([isConsent('consent.sms'), isConsent('consent')]).toEqual([true, false]);
  });
});
