import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/transport/body.js';
import { backoff, retriable, retryAfter } from '../../src/transport/retry.js';
import { seeded } from './harness.js';

const none = parseBody('');

describe('what is retried', () => {
  const curable = [408, 425, 429, 500, 502, 503, 504];

  it('is exactly the passing troubles among all statuses', () => {
    const found = [];
    for (let status = 200; status < 600; status++) if (retriable(status, none)) found.push(status);
    expect(found).to.deep.equal(curable);
  });

  it('includes a 409 only where the same submission is still in flight', () => {
    expect(retriable(409, parseBody('{"code":"in-flight"}'))).to.equal(true);
    expect(retriable(409, parseBody('{"code":"slot-taken"}'))).to.equal(false);
    expect(retriable(422, parseBody('{"code":"in-flight"}'))).to.equal(false);
  });

  it('is forbidden by an endpoint that says should-retry: false', () => {
    for (const status of curable) {
      expect(retriable(status, parseBody('{"should-retry":false}'))).to.equal(false);
      expect(retriable(status, parseBody('{"should-retry":true}'))).to.equal(true);
    }
    expect(retriable(400, parseBody('{"should-retry":true}'))).to.equal(false);
  });
});

describe('the pause before a retry', () => {
  it('is full jitter that doubles from 300 ms to 15 s', () => {
    const most = [0, 1, 2, 3, 4, 5, 6, 50, 2000].map((attempt) => backoff(attempt, () => 1));
    expect(most).to.deep.equal([300, 600, 1200, 2400, 4800, 9600, 15000, 15000, 15000]);
    expect(backoff(3, () => 0)).to.equal(0);
    const random = seeded(1);
    for (let n = 0; n < 1000; n++) expect(backoff(2, random)).to.be.within(0, 1200);
  });

  const now = Date.parse('2026-11-23T12:00:00Z');
  const cases: [string | null, number][] = [
    ['0', 0],
    ['1', 1000],
    [' 5 ', 5000],
    ['30', 30_000],
    ['31', 30_000],
    ['10000', 30_000],
    ['99999999999999999999999999', 30_000],
    ['Mon, 23 Nov 2026 12:00:04 GMT', 4000],
    ['Monday, 23-Nov-26 12:00:04 GMT', 4000],
    ['Mon, 23 Nov 2026 11:59:00 GMT', 0],
    ['Tue, 24 Nov 2026 12:00:00 GMT', 30_000],
    ['Sun, 22 Nov 2026 12:00:00 GMT', 0],
    ['Fri, 99 Foo 2026 12:00:00 GMT', 0],
    [null, 0],
    ['', 0],
    ['soon', 0],
    ['-5', 0],
    ['1.5', 0],
    ['1e3', 0],
    ['0x10', 0],
    ['5, 10', 0],
    ['Infinity', 0],
    ['2026-11-23T12:00:10Z', 0],
  ];
  for (const [header, wait] of cases)
    it(`reads Retry-After: ${header} as ${wait} ms`, () => {
      expect(retryAfter(header, now)).to.equal(wait);
    });
});
