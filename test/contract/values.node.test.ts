import { describe, expect, test } from 'vitest';
import { Clinic, InsuranceCheck, issuesOf } from '../../src/contract/index.js';
import * as values from '../../src/contract/values.js';

const codes = (schema: Parameters<typeof issuesOf>[0], value: unknown) =>
  issuesOf(schema, value).map(({ code }) => code);

describe.each([
  [
    'email',
    values.email,
    [
      'a@b.co',
      "o'connor@example.org",
      'first.last+tag@sub.example.co.uk',
      'üser@münchen.example',
      '用户@例子.测试',
      'x@xn--mnchen-3ya.example',
      `${'a'.repeat(64)}@example.org`,
    ],
    [
      'a',
      'a@',
      '@b.co',
      'a@b',
      'a b@c.de',
      'a@b..de',
      '.a@b.de',
      'a.@b.de',
      'a..b@c.de',
      'a@-b.de',
      'a@b-.de',
      'a@b.de.',
      'a@@b.de',
      'a@b.de, c@d.ef',
      '<a@b.de>',
      `${'a'.repeat(65)}@example.org`,
      'a@b.1',
      'a@[127.0.0.1]',
      'a@b.de\nBcc: x@y.zz',
    ],
  ],
  [
    'phone',
    values.phone,
    [
      '(555) 010-0123',
      '+49 30 123456',
      '5550100',
      '555.010.0123 x45',
      '+1-555-010-0123 ext. 9',
      '٠١٢٣٤٥٦٧٨٩',
      '555 010 0123,12',
    ],
    [
      '',
      '123456',
      'call me',
      '1234567890123456',
      '555-CALL-NOW',
      '+',
      '++15550100123',
      '555 010 0123 x',
      '5550100; DROP',
    ],
  ],
  [
    'date',
    values.date,
    ['2026-02-28', '2024-02-29', '0001-01-01'],
    [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '01.02.2026',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '+002026-01-01',
    ],
  ],
  [
    'birthDate',
    values.birthDate,
    ['1900-01-01', '1990-02-28'],
    ['1899-12-31', '2999-01-01', '1990-02-30'],
  ],
  [
    'dateTime',
    values.dateTime,
    ['2026-11-24T10:20:00-05:00', '2026-11-24T10:20Z', '2026-11-24T10:20:00.123456Z'],
    [
      '2026-11-24',
      '2026-11-24T10:20',
      '2026-02-30T10:20Z',
      '2026-11-24T25:00Z',
      '2026-11-24 10:20Z',
      '2026-11-24T10:20:00-0500',
    ],
  ],
  [
    'language',
    values.language,
    ['en', 'es-MX', 'ase', 'zh-Hant-TW'],
    ['', 'e', 'en_US', 'english language', 'en-'],
  ],
  [
    'uuid',
    values.uuid,
    ['5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b01', '5F0C4A52-8A3E-7D43-9F0C-0D8A4D1C2B01'],
    ['5f0c4a52', '5f0c4a528a3e4d439f0c0d8a4d1c2b01', '{5f0c4a52-8a3e-4d43-9f0c-0d8a4d1c2b01}'],
  ],
  [
    'name',
    values.name,
    ["O'Connor", 'Nguyễn', '李', 'X', 'María José', 'محمد', 'ß', '🙂', '👩🏽'.repeat(60)],
    ['', ' ', '\t\n', 'a'.repeat(121), 'A\0', '\uD800', '\uDC00x', 'x\uD83D'],
  ],
])('%s', (_name, schema, right, wrong) => {
  test.each(right)('accepts %j', (value) => expect(codes(schema, value)).toEqual([]));
  test.each(wrong)('refuses %j', (value) => expect(codes(schema, value)).not.toEqual([]));
  test.each([[null], [7], [true], [{}], [[]]])('refuses %j as another type', (value) =>
    expect(codes(schema, value)).toEqual(['type']),
  );
  test('asks for it when it is not there', () =>
    expect(codes(schema, undefined)).toEqual(['required']));
});

test('tells what is wrong with a text, and only one thing', () => {
  expect(codes(values.text(5), '      ')).toEqual(['required']);
  expect(codes(values.text(5), 'a\0aaaaaaaa')).toEqual(['unreadable']);
  expect(codes(values.text(5), 'abcdef')).toEqual(['too-long']);
  expect(codes(values.text(5), '🙂🙂🙂🙂🙂')).toEqual([]);
});

test.each([
  ['email', values.email],
  ['phone', values.phone],
  ['name', values.name],
  ['language', values.language],
  ['dateTime', values.dateTime],
])('%s is checked quickly, however it is written', (_name, schema) => {
  const bases = ['a', '1 ', '.', '-', '@', 'a.', '1-', '(', '\u00e9', 'a@a.', '+1 ext'];
  for (const base of bases) {
    const hostile = `${base.repeat(100_000 / base.length)}!`;
    const began = performance.now();
    codes(schema, hostile);
    codes(schema, `a@${hostile}`);
    expect(performance.now() - began).toBeLessThan(250);
  }
});

test('an insurer that the clinic file may list can be sent, however long its name', () => {
  const codesOf = (length: number) => {
    const name = 'a'.repeat(length);
    const check = {
      payer: { id: 'p1', name },
      memberId: '1',
      givenName: 'Ana',
      familyName: 'Ruiz',
      birthDate: '1990-02-28',
      email: 'ana@example.org',
    };
    const file = { payers: [{ id: 'p1', name, network: 'in' }] };
    return [codes(InsuranceCheck, check), codes(Clinic, file)];
  };
  expect(codesOf(200)).toEqual([[], []]);
  expect(codesOf(201)).toEqual([['too-long'], [expect.any(String)]]);
});
