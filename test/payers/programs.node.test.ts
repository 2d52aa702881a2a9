import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Payer } from '../../src/contract/index.js';
import { programOf } from '../../src/payers/programs.lazy.js';

const list = JSON.parse(readFileSync('stories/clinic-site/payers.json', 'utf8')) as Payer[];

describe('the demonstration’s list of insurers', () => {
  test('has no other name of an insurer that is a program’s, but under that program', () => {
    const lost = list.flatMap((payer) =>
      (payer.aliases ?? []).filter((alias) => {
        const program = programOf(undefined, alias);
        // What people call the Medicare plan of a private insurer is Medicare Advantage.
        return program && program !== 'medicare' && programOf(payer, '') !== program;
      }),
    );
    expect(lost).toEqual([]);
  });

  test('says of each program that it is one', () => {
    const of = (id: string) =>
      programOf(
        list.find((payer) => payer.id === id),
        '',
      );
    expect(of('sunshine-medicaid')).toBe('medicaid');
    expect(of('humana-military')).toBe('tricare');
    expect(of('champva')).toBe('va');
    expect(of('medicare')).toBe('medicare');
    for (const id of ['sunshine-health', 'humana', 'aetna', 'aetna-medicare', 'wellcare'])
      expect(of(id), id).toBeUndefined();
  });
});

test.each([
  ['MassHealth', 'medicaid'],
  ['Mass Health', undefined],
  ['TennCare', 'medicaid'],
  ['BadgerCare Plus', 'medicaid'],
  ['KanCare', 'medicaid'],
  ['MaineCare', 'medicaid'],
  ['PeachCare for Kids', 'medicaid'],
  ['HUSKY Health', 'medicaid'],
  ['MO HealthNet', 'medicaid'],
  ['Med-QUEST', 'medicaid'],
  ['STAR+PLUS', 'medicaid'],
  ['Turquoise Care', 'medicaid'],
  ['Oregon Health Plan', 'medicaid'],
  ['CHIP', 'medicaid'],
  ['Chipotle Benefits', undefined],
  ['Medical Mutual of Ohio', undefined],
  ['Medi-Cal', 'medicaid'],
  ['Starmark', undefined],
  ['SeniorCare Dental', undefined],
  ['Virginia Premier', undefined],
  ['TriWest', 'tricare'],
])('%s is %s', (written, program) => expect(programOf(undefined, written)).toBe(program));
