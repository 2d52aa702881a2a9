import { describe, expect, it } from 'vitest';
import { issuesFromBody } from '../../src/transport/index.js';
import { outcomeOf } from '../../src/transport/answer.js';
import { parseBody } from '../../src/transport/body.js';

const read = (status: number, body: unknown, names?: Record<string, string>) =>
  outcomeOf(status, parseBody(typeof body === 'string' ? body : JSON.stringify(body)), names);

describe('an answer', () => {
  describe('is accepted', () => {
    const empty = { reference: '', status: 'received' };
    const cases: [string, number, unknown, object][] = [
      [
        'our receipt',
        201,
        { reference: 'R-7', status: 'confirmed' },
        { reference: 'R-7', status: 'confirmed' },
      ],
      [
        'our receipt with words',
        200,
        { reference: 'R', status: 'check-inbox', message: 'Look!' },
        { reference: 'R', status: 'check-inbox', message: 'Look!' },
      ],
      ['a number as reference', 200, { reference: 12 }, { reference: '12', status: 'received' }],
      ['nothing', 204, '', empty],
      ['blanks', 200, ' \r\n', empty],
      [
        'a byte order mark before JSON',
        200,
        '\uFEFF{"reference":"R"}',
        { reference: 'R', status: 'received' },
      ],
      ['Zapier', 200, { status: 'success', id: 'x', attempt: 'y' }, empty],
      [
        'Contact Form 7',
        200,
        { status: 'mail_sent', message: 'Thanks' },
        { ...empty, message: 'Thanks' },
      ],
      ['Gravity Forms', 200, { is_valid: true, confirmation_message: '<b>ok</b>' }, empty],
      ['Formspree', 200, { next: '/thanks' }, empty],
      ['HubSpot', 200, { inlineMessage: 'Thanks' }, empty],
      [
        'an unknown status',
        200,
        { reference: 'R', status: 'constructor' },
        { reference: 'R', status: 'received' },
      ],
      ['no errors', 200, { errors: [], error: null, ok: true }, empty],
      ['no errors in a map', 200, { errors: {}, error: '' }, empty],
      ['null', 200, 'null', empty],
      ['true', 200, 'true', empty],
      ['one', 200, '1', empty],
      ['a string', 200, '"Accepted"', empty],
      ['a list', 202, [{ id: 1 }], empty],
      ['values of other types', 200, { reference: { a: 1 }, status: 4, message: ['x'] }, empty],
    ];
    for (const [name, status, body, receipt] of cases)
      it(`as ${name}`, () => {
        expect(read(status, body)).to.deep.equal({ kind: 'accepted', receipt });
      });

    it('with the coverage of an insurance check', () => {
      const coverage = {
        outcome: 'active',
        network: 'in',
        payer: 'P',
        benefits: [],
        asOf: '2026-11-23',
        source: 'test',
      };
      const outcome = read(201, { reference: 'R', status: 'received', coverage });
      expect(outcome).to.deep.equal({
        kind: 'accepted',
        receipt: { reference: 'R', status: 'received', coverage },
      });
      expect(read(201, { reference: 'R', coverage: 'yes' })).to.deep.equal({
        kind: 'accepted',
        receipt: { reference: 'R', status: 'received' },
      });
    });
  });

  describe('with a 200 is refused when it says', () => {
    const bodies: unknown[] = [
      { ok: false },
      { success: false },
      { is_valid: false },
      ...[
        'validation_failed',
        'mail_failed',
        'acceptance_missing',
        'spam',
        'aborted',
        'error',
        'fail',
        'failed',
      ].map((status) => ({ status })),
      { result: 'error', msg: '0 - Please enter a value' },
      { errors: ['x'] },
      { errors: { email: ['x'] } },
      { errors: 'x' },
      { error: 'quota' },
      { error: { message: 'x' } },
      ...['false', '0', '-1'],
    ];
    for (const body of bodies)
      it(JSON.stringify(body), () => {
        const { kind } = read(200, body);
        expect(['failed', 'rejected']).to.include(kind);
      });

    it('nothing about a field: the endpoint refused, in its own words', () => {
      expect(read(200, { status: 'spam', message: 'Not sent.' })).to.deep.equal({
        kind: 'failed',
        reason: 'refused',
        httpStatus: 200,
        message: 'Not sent.',
      });
    });
  });

  describe('is never accepted', () => {
    const portal = '<!doctype html><title>Free Wi-Fi</title><form action="/login">';
    for (const [name, status, body] of [
      ['a captive portal', 200, portal],
      ['a portal without doctype', 203, '<html><body>Log in'],
      ['words', 200, 'Accepted'],
      ['a warning before the JSON', 200, '<br />Warning: x{"reference":"R"}'],
      ['two documents', 200, '{"reference":"R"}{"reference":"S"}'],
      ['JSON cut short', 200, '{"reference":"R-1","sta'],
      ['an opaque answer', 0, ''],
      ['a 304', 304, ''],
      ['a 300', 300, portal],
    ] as const)
      it(`as ${name}: nobody knows`, () => {
        expect(read(status, body)).to.deep.equal({
          kind: 'failed',
          reason: 'unconfirmed',
          httpStatus: status,
        });
      });

    it('for any status outside 2xx, whatever the body promises', () => {
      for (let status = 300; status < 600; status++)
        expect(
          read(status, { reference: 'R', status: 'confirmed', ok: true }).kind,
          `${status}`,
        ).to.equal('failed');
    });
  });

  it('is a refusal for every 4xx and the server for every 5xx, also as a page', () => {
    for (let httpStatus = 400; httpStatus < 600; httpStatus++)
      for (const body of ['', '<h1>Oh no</h1>', '{', '{}'])
        expect(read(httpStatus, body)).to.deep.equal({
          kind: 'failed',
          reason: httpStatus < 500 ? 'refused' : 'server',
          httpStatus,
        });
  });

  it('of a receiver that speaks our contract is rejected, with its issues as they are', () => {
    const issues = [
      { path: ['data', 'email'], code: 'format' },
      { path: ['data', 'preferences', 0, 'day'], code: 'past', message: 'Too <b>late</b>' },
      { path: ['consents', 'privacy'], code: 'required' },
    ];
    expect(
      read(422, {
        type: 'about:blank',
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        detail: 'Look again.',
        issues,
      }),
    ).to.deep.equal({
      kind: 'rejected',
      issues,
      message: 'Look again.',
      code: 'invalid',
      httpStatus: 422,
    });
  });

  it('with only a code is rejected for a conflict, failed for the rest', () => {
    const problem = (status: number, code: string) => read(status, { title: 'x', status, code });
    expect(problem(409, 'slot-taken')).to.deep.equal({
      kind: 'rejected',
      issues: [],
      code: 'slot-taken',
      httpStatus: 409,
    });
    expect(problem(422, 'id-reused')).to.deep.equal({
      kind: 'rejected',
      issues: [],
      code: 'id-reused',
      httpStatus: 422,
    });
    expect(problem(403, 'origin-not-allowed')).to.deep.equal({
      kind: 'failed',
      reason: 'refused',
      httpStatus: 403,
    });
    expect(problem(409, 'in-flight')).to.deep.equal({
      kind: 'failed',
      reason: 'unconfirmed',
      httpStatus: 409,
    });
  });
});

describe('issues in other shapes', () => {
  const issue = (path: (string | number)[], message?: string, code = 'format') => ({
    path,
    code,
    ...(message && { message }),
  });
  const names = {
    email: 'your-email',
    givenName: 'FNAME',
    'guardian.givenName': 'g_name',
    topics: 'topics[]',
    'consent.privacy': 'gdpr',
    phone: 'input_3',
  };
  const cases: [string, unknown, object[]][] = [
    [
      'Contact Form 7',
      {
        status: 'validation_failed',
        invalid_fields: [{ field: 'your-email', message: 'Wrong.', idref: null }],
      },
      [issue(['data', 'email'], 'Wrong.')],
    ],
    [
      'Gravity Forms',
      { is_valid: false, validation_messages: { input_3: 'Please.' } },
      [issue(['data', 'phone'], 'Please.')],
    ],
    [
      'Formspree',
      { errors: [{ code: 'TYPE_EMAIL', field: 'your-email', message: 'should be an email' }] },
      [issue(['data', 'email'], 'should be an email', 'TYPE_EMAIL')],
    ],
    [
      'errors by name',
      {
        errors: [
          { name: 'FNAME', message: 'Too long' },
          'Something else',
          { message: 'no field' },
          null,
        ],
      },
      [issue(['data', 'givenName'], 'Too long')],
    ],
    [
      'Express',
      { errors: [{ path: 'phone', msg: 'Invalid value' }] },
      [issue(['data', 'phone'], 'Invalid value')],
    ],
    [
      'Laravel',
      { message: 'Invalid.', errors: { 'preferences.0.day': ['Bad day.', 'Really.'], email: [] } },
      [issue(['data', 'preferences', 0, 'day'], 'Bad day. Really.')],
    ],
    [
      'Rails',
      { errors: { 'guardian[phone]': ['is short'] } },
      [issue(['data', 'guardian', 'phone'], 'is short')],
    ],
    [
      'Django',
      { email: ['Enter a valid address.'], message: 'x' },
      [issue(['data', 'email'], 'Enter a valid address.')],
    ],
    [
      'WordPress REST',
      {
        code: 'rest_invalid_param',
        message: 'Invalid',
        data: { status: 400, params: { g_name: 'Missing' } },
      },
      [issue(['data', 'guardian', 'givenName'], 'Missing')],
    ],
    [
      'a list with brackets',
      { errors: { 'topics[]': 'Choose' } },
      [issue(['data', 'topics'], 'Choose')],
    ],
    [
      'a consent by their name',
      { errors: { gdpr: 'Needed' } },
      [issue(['consents', 'privacy'], 'Needed')],
    ],
    [
      'a consent by ours',
      { errors: { 'consent.sms.text': 'Needed' } },
      [issue(['consents', 'sms'], 'Needed')],
    ],
    [
      'a path that says data',
      { errors: [{ field: 'data.email', message: 'No' }] },
      [issue(['data', 'email'], 'No')],
    ],
    [
      'markup, kept as text',
      { errors: { email: '<img src=x onerror=alert(1)>' } },
      [issue(['data', 'email'], '<img src=x onerror=alert(1)>')],
    ],
    [
      'an issue without words',
      { issues: [{ path: ['data', 'email'], code: 'required' }] },
      [issue(['data', 'email'], undefined, 'required')],
    ],
    [
      'an issue without a code',
      { issues: [{ path: ['data', 'email'] }] },
      [issue(['data', 'email'])],
    ],
    ['a path of objects', { issues: [{ path: [{}], code: 'x' }] }, []],
    [
      'a key called __proto__',
      JSON.parse('{"errors":{"__proto__":["x"]}}'),
      [issue(['data', '__proto__'], 'x')],
    ],
    ['nothing', null, []],
    ['words', 'no', []],
    ['a number', 3, []],
    ['an empty map', {}, []],
  ];
  for (const [name, body, issues] of cases)
    it(`are read: ${name}`, () => {
      expect(issuesFromBody(body, names)).to.deep.equal(issues);
    });

  it('are looked for in no depth that would end the script', () => {
    const deep = (inner: string) => `${'['.repeat(50_000)}${inner}${']'.repeat(50_000)}`;
    for (const body of [
      deep('"x"'),
      `{"errors":${deep('"x"')}}`,
      `{"errors":{"email":${deep('"x"')}}}`,
      `{"status":${deep('1')}}`,
    ])
      for (const status of [200, 422]) expect(() => read(status, body)).to.not.throw();
  });

  it('do not change Object.prototype', () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    issuesFromBody(JSON.parse('{"errors":{"__proto__":{"polluted":"x"},"constructor":["y"]}}'));
    expect(Reflect.ownKeys(Object.prototype)).to.have.length(before);
    expect('polluted' in {}).to.equal(false);
  });
});
