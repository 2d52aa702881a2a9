import { expect } from '@open-wc/testing';
import type { Submission } from '../../src/contract/index.js';
import { encode, send, type Sealed } from '../../src/transport/index.js';
import { answer, broken, seeded, submission, VirtualClock } from './harness.js';

const kinds = [
  'lost before it arrived',
  'lost after it was stored',
  '503 with Retry-After: 0',
  '429 with Retry-After: 1',
  '500 after it was stored',
  'answered too late',
  'answer cut short',
  'delivered twice',
  'captive portal',
] as const;

/** A receiver that stores each id once, behind a network that does one of nine bad things to 3 of 10 requests. */
class Receiver {
  readonly rows = new Map<string, { body: string; reference: string }>();
  readonly faults = new Map<string, number>();
  requests = 0;
  altered = 0;

  constructor(
    private clock: VirtualClock,
    private random: () => number,
  ) {}

  #store(body: string) {
    const { id } = JSON.parse(body) as Submission;
    const known = this.rows.get(id);
    if (known && known.body !== body) this.altered++;
    const row = known ?? { body, reference: `R-${this.rows.size + 1}` };
    this.rows.set(id, row);
    return { reference: row.reference, status: 'received', known };
  }

  fetch = async (_url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    this.requests++;
    const body = init!.body as string;
    const store = () => {
      const { known, ...receipt } = this.#store(body);
      return answer(known ? 200 : 201, receipt);
    };
    if (this.random() >= 0.3) return store();
    const fault = kinds[Math.floor(this.random() * kinds.length)];
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    switch (fault) {
      case 'lost before it arrived':
        throw new TypeError('Failed to fetch');
      case 'lost after it was stored':
        store();
        throw new TypeError('Failed to fetch');
      case '503 with Retry-After: 0':
        return answer(503, '', { 'retry-after': '0' });
      case '429 with Retry-After: 1':
        return answer(429, '', { 'retry-after': '1' });
      case '500 after it was stored':
        store();
        return answer(500, '<h1>Oh no</h1>');
      case 'answered too late': {
        const late = store();
        await this.clock.wait(12_000);
        return late;
      }
      case 'answer cut short':
        store();
        return broken(201, '{"reference":"R');
      case 'delivered twice':
        store();
        return store();
      case 'captive portal':
        return answer(200, '<!doctype html><title>Free Wi-Fi</title>');
    }
  };
}

const uuid = (random: () => number) =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    Math.floor(random() * 16).toString(16),
  );

type Sender = (
  sealed: Sealed,
  receiver: Receiver,
  clock: VirtualClock,
  random: () => number,
) => Promise<string | undefined>;

/** Ours: the reference when it says accepted. */
const ours: Sender = async (sealed, { fetch }, clock, random) => {
  const outcome = await send(sealed, { endpoint: 'https://api.example/', fetch, clock, random });
  return outcome.kind === 'accepted' ? outcome.receipt.reference : undefined;
};

/** Control: a new id for every attempt. */
const freshId: Sender = (sealed, receiver, clock, random) => {
  const fetch: typeof globalThis.fetch = (url, init) => {
    const body = (init!.body as string).replace(sealed.id, uuid(random));
    return receiver.fetch(url, { ...init, body });
  };
  return ours(sealed, { fetch } as Receiver, clock, random);
};

/** Control: any 2xx is a yes. */
const believesAll: Sender = async (sealed, receiver) => {
  const response = await receiver.fetch('', { body: sealed.body }).catch(() => undefined);
  const text = await response?.text().catch(() => '');
  return response?.ok ? (/"reference":"(R-\d+)"/.exec(text ?? '')?.[1] ?? 'sent') : undefined;
};

/** 500 visitors, 25 at a time, each pressing *Try again* until told that it was sent. */
async function history(seed: number, sender: Sender) {
  const random = seeded(seed);
  const clock = new VirtualClock();
  const receiver = new Receiver(clock, random);
  const said = new Map<string, string>();
  let left = 500;
  const visitor = async () => {
    while (left-- > 0) {
      const id = uuid(random);
      const sealed = await encode({ ...submission, id }, { format: 'json' });
      for (let press = 0; press < 20 && !said.has(id); press++) {
        const reference = await sender(sealed, receiver, clock, random);
        if (reference !== undefined) said.set(id, reference);
      }
    }
  };
  await clock.run(Promise.all(new Array(25).fill(0).map(visitor)));
  const { rows, faults, requests, altered } = receiver;
  const falseYes = [...said].filter(([id, reference]) => rows.get(id)?.reference !== reference);
  return {
    said: said.size,
    stored: rows.size,
    falseYes: falseYes.length,
    altered,
    faults,
    requests,
  };
}

describe('500 submissions through nine kinds of faults', () => {
  for (const seed of [1, 2, 3])
    it(`are each stored once, and only then called sent (seed ${seed})`, async function () {
      this.timeout(30_000);
      const { faults, requests, ...result } = await history(seed, ours);
      expect(result).to.deep.equal({ said: 500, stored: 500, falseYes: 0, altered: 0 });
      expect([...faults.keys()].sort()).to.deep.equal([...kinds].sort());
      expect(requests).to.be.above(600);
    });

  it('control: a new id for each attempt is stored twice, and the check sees it', async function () {
    this.timeout(30_000);
    const { stored } = await history(1, freshId);
    expect(stored).to.be.above(520);
  });

  it('control: believing any 2xx loses submissions, and the check sees it', async function () {
    this.timeout(30_000);
    const { falseYes, stored } = await history(1, believesAll);
    expect(falseYes).to.be.above(5);
    expect(stored).to.be.below(500);
  });
});
