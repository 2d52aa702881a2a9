import { describe, expect, test } from 'vitest';
import { eligibilityFrom } from '../../../src/receiver/eligibility/from-environment.js';

describe('from the environment', () => {
  const settings = { provider: { name: 'C', npi: '1' }, payers: { p1: '1' } };
  const all = { kind: 'stedi', url: undefined, authorization: 'Key CNRY', settings };

  test.each([
    ['stedi', undefined],
    ['stedi', 'http://localhost:1'],
    ['x12-271-json', 'https://a.example'],
    ['fhir', 'https://a.example'],
  ])('%s at %s', (kind, url) => {
    expect(eligibilityFrom({ ...all, kind, url })).toBeTypeOf('function');
  });

  test('nothing is asked where nothing is said', () => {
    for (const kind of [undefined, '']) expect(eligibilityFrom({ ...all, kind })).toBeUndefined();
  });

  test.each([
    [{ kind: 'demo' }, /must be one of stedi/],
    [{ kind: 'toString' }, /must be one of stedi/],
    [{ kind: 'fhir' }, /needs ELIGIBILITY_URL/],
    [{ authorization: undefined }, /needs ELIGIBILITY_AUTHORIZATION/],
    [{ settings: undefined }, /ELIGIBILITY_SETTINGS/],
    [{ settings: { ...settings, provider: {} } }, /ELIGIBILITY_SETTINGS/],
    [{ url: 'http://a.example/CNRY' }, /https/],
    [{ url: 'https://CNRY:CNRY@a.example' }, /https/],
  ])('%j stops at the start, and tells no secret', (more, message) => {
    const start = () => eligibilityFrom({ ...all, ...more });
    expect(start).toThrow(message);
    expect(start).not.toThrow(/CNRY/);
  });
});
