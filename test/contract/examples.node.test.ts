import { describe, expect, test } from 'vitest';
import {
  Clinic,
  consentsFor,
  dataSchemas,
  examples,
  issuesOf,
  Submission,
  type SubmissionType,
} from '../../src/contract/index.js';
import { clinic, newReceiver, post } from '../support/receiver.js';

describe('every example', () => {
  test('of every type is there, accepted and refused', () => {
    const types = (status: number) =>
      examples
        .filter((example) => example.status === status)
        .map(({ submission }) => (submission as { type: string }).type);
    expect(new Set(types(201))).toEqual(new Set(Object.keys(dataSchemas)));
    expect(types(422).length).toBeGreaterThan(8);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  test.each(examples.map((example) => [example.name, example] as const))(
    '%s: answered over HTTP as the contract says',
    async (_name, { submission, status, code, issues }) => {
      const { receive } = await newReceiver();
      const response = await post(receive, submission);
      expect(response.status).toBe(status);
      const body = (await response.json()) as object;
      if (status === 201) {
        expect(body).toMatchObject({
          reference: expect.any(String) as unknown,
          status: expect.any(String) as unknown,
        });
        const again = await post(receive, submission);
        expect([again.status, await again.json()]).toEqual([200, body]);
      } else {
        expect(body).toMatchObject({ status, code, ...(issues ? { issues } : {}) });
      }
    },
  );

  test.each(
    examples.filter(({ issues }) => issues).map((example) => [example.name, example] as const),
  )(
    '%s: refused by the browser’s own check with the same issues',
    (_name, { submission, issues }) => {
      expect(issuesOf(Submission, submission)).toEqual(issues);
    },
  );
});

describe('the consents of a type', () => {
  const ids = (type: SubmissionType, consents?: Clinic['consents']) =>
    consentsFor(type, consents ? { consents } : undefined).map(
      ({ id, required }) => `${id}${required ? '' : '?'}`,
    );

  test('are the contract’s own where the clinic says nothing', () => {
    expect(ids('appointment')).toEqual(['privacy']);
    expect(ids('insurance-check')).toEqual(['privacy']);
    expect(ids('waitlist')).toEqual(['privacy']);
    expect(ids('newsletter-signup')).toEqual(['marketing-email']);
    expect(ids('faq-feedback')).toEqual([]);
  });

  test('are reworded, made optional and added to by the clinic, by type or by widget', () => {
    const consents = [
      { id: 'privacy', text: 'Our words' },
      { id: 'sms', types: ['appointment-form'] },
      { id: 'recording', types: ['appointment'], required: true },
      { id: 'marketing-email', types: ['newsletter-signup'], required: false },
    ];
    expect(ids('appointment', consents)).toEqual(['privacy', 'sms?', 'recording']);
    expect(ids('waitlist', consents)).toEqual(['privacy', 'sms?']);
    expect(ids('newsletter-signup', consents)).toEqual(['marketing-email?', 'privacy?']);
    expect(consentsFor('insurance-check', { consents })[0]).toEqual({
      id: 'privacy',
      required: true,
      text: 'Our words',
    });
  });
});

test('a clinic file names what it does not know', () => {
  expect(issuesOf(Clinic, clinic)).toEqual([]);
  expect(issuesOf(Clinic, { ...clinic, fone: '1' })).toEqual([
    { path: ['fone'], code: 'unknown-key' },
  ]);
  const hours = { id: 'a', name: 'A', hours: { mon: ['9-12'] } };
  expect(issuesOf(Clinic, { locations: [hours] })).toEqual([
    { path: ['locations', 0, 'hours', 'mon', 0], code: 'format' },
  ]);
});
