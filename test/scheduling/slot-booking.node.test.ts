import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Availability, SlotFilter } from '../../src/scheduling/availability.js';
import type { AvailableSlot } from '../../src/scheduling/feeds/slot-feed.js';
import type { HoldAnswer } from '../../src/scheduling/hold.js';
import {
  SlotBooking,
  type BookingPorts,
  type ChosenSlot,
} from '../../src/scheduling/slot-booking.js';

const now = Date.parse('2026-11-23T12:00:00Z');
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

/** A time some hours from now, as New York writes it in winter. */
const slot = (id: string, hours: number, more: Partial<AvailableSlot> = {}): AvailableSlot => {
  const from = now + hours * 60 * minute;
  const to = from + 30 * minute;
  const text = (time: number) =>
    `${new Date(time - 300 * minute).toISOString().slice(0, 19)}-05:00`;
  return { id, start: text(from), end: text(to), from, to, ...more };
};
const [a, b, c, d] = [slot('a', 1), slot('b', 2), slot('c', 3), slot('d', 4)];

const held = (left = 5 * minute, hold = 'h1'): HoldAnswer => ({ is: 'held', hold, left });
const none: HoldAnswer = { is: 'none' };
const taken = (slots: unknown = []): HoldAnswer => ({ is: 'taken', slots });

/** A list of times as the booking sees it: `refreshed` counts how often it was asked for again. */
const list = (slots: AvailableSlot[]) => ({
  state: 'ready' as Availability['state'],
  slots,
  timeZone: undefined as string | undefined,
  until: now + 60 * 24 * 60 * minute,
  filter: {} as SlotFilter,
  key: 'all',
  refreshed: 0,
  refresh() {
    this.refreshed++;
  },
});

/** A booking, with what it does to the world around it in order. Holds are answered by `answers`, one after the other, then as by default. */
function setUp(...answers: (HoldAnswer | Promise<HoldAnswer>)[]) {
  const log: string[] = [];
  const told: string[] = [];
  const announced: (string | undefined)[] = [];
  const works: Promise<unknown>[] = [];
  const times = list([a, b, c, d]);
  let answer: ChosenSlot | undefined;
  const ports: BookingPorts = {
    availability: times as unknown as Availability,
    clinicTimeZone: () => 'America/New_York',
    hold: (slot, token) => {
      log.push(token === undefined ? `hold ${slot.id}` : `extend ${slot.id} ${token}`);
      const count = log.filter((line) => line.startsWith('hold')).length;
      return Promise.resolve(answers.shift() ?? held(5 * minute, token ?? `h${count}`));
    },
    release: (slot, token) => {
      log.push(`release ${slot.id} ${token}`);
      return Promise.resolve();
    },
    answer: (slot) => (answer = slot),
    waitFor: (work) => works.push(work),
    tell: (state) => told.push(state),
    changed: (isTick) => {
      if (!isTick && booking.announcement !== announced.at(-1))
        announced.push(booking.announcement);
    },
  };
  const booking: SlotBooking = new SlotBooking(ports);
  return {
    booking,
    times,
    log,
    told,
    announced,
    works,
    get answer() {
      return answer;
    },
    /** Chooses a time and waits until it is held, or not. */
    async choose(chosen: AvailableSlot) {
      booking.choose(chosen);
      await arrive();
    },
  };
}

/** Lets answers that are there already arrive. */
const arrive = () => vi.advanceTimersByTimeAsync(0);
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

/** An answer that comes when the test says so. */
function later() {
  let come!: (answer: HoldAnswer) => void;
  const answer = new Promise<HoldAnswer>((resolve) => (come = resolve));
  return { answer, come };
}

const taking = { is: 'refused', fields: ['slot'] } as const;
const refusal = (code: string, slots?: unknown) => ({
  ...taking,
  refusal: { kind: 'rejected', httpStatus: 409, issues: [], code, slots } as never,
});

describe('a chosen time', () => {
  it('is asked for, then held, and the answer carries the hold', async () => {
    const { booking, choose, log, told, works } = setUp();
    expect(booking.state).toBe('none');
    const chosen = choose(a);
    expect(booking.state).toBe('holding');
    expect(works, 'the submission waits for it').toHaveLength(1);
    await chosen;
    expect(booking.state).toBe('held');
    expect(booking.announcement).toBe('held');
    expect(booking.endsAt).toBe(now + 5 * minute);
    expect(log).toEqual(['hold a']);
    expect(told).toEqual(['held']);
  });

  it('is answered with an offset that a person can read, and with what its list says', async () => {
    const utc = { start: '2026-11-23T15:00:00Z', end: '2026-11-23T15:30:00Z' };
    const world = setUp();
    world.times.filter = { service: 'tms' };
    await world.choose({ ...slot('z', 3, { location: 'main' }), ...utc });
    expect(world.answer).toEqual({
      id: 'z',
      start: '2026-11-23T10:00:00-05:00',
      end: '2026-11-23T10:30:00-05:00',
      hold: 'h1',
      service: 'tms',
      location: 'main',
      clinician: undefined,
      visit: undefined,
    });
  });

  it('stays chosen where nobody holds times', async () => {
    const { booking, choose, log, told, ...world } = setUp(none);
    await choose(a);
    expect(booking.state).toBe('unheld');
    expect(booking.announcement).toBe('unheld');
    expect(world.answer).toBe(undefined);
    expect(told).toEqual([]);
    booking.leave();
    expect(log, 'there is nothing to give back').toEqual(['hold a']);
  });

  it('that is booked elsewhere is neither held nor answered', async () => {
    const world = setUp();
    await world.choose(slot('x', 2, { phone: '555 010 0123' }));
    expect(world.booking.state).toBe('external');
    expect(world.booking.announcement).toBe('external');
    expect(world.log).toEqual([]);
    expect(world.answer).toBe(undefined);
    world.booking.holdAgain();
    expect(world.log, 'nobody here can hold it').toEqual([]);
  });

  it('is not asked for twice when it is chosen twice', async () => {
    const { booking, choose, log } = setUp();
    booking.choose(a);
    booking.choose(a);
    await arrive();
    await choose(a);
    expect(log).toEqual(['hold a']);
  });

  it('stays among the times that fit, although its list no longer has it', async () => {
    const { booking, choose, times } = setUp();
    await choose(b);
    times.slots = [c, a];
    expect(booking.slots.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the zone of the clinic’s clocks', () => {
  it('is that of the feed, of the clinic file, or the offset of the times', () => {
    const { booking, times } = setUp();
    expect(booking.zone.name).toBe('America/New_York');
    times.timeZone = 'America/Chicago';
    expect(booking.zone.name).toBe('America/Chicago');
    times.timeZone = 'Mars/Olympus';
    expect(booking.zone.name).toBe('America/New_York');
  });
});

describe('a hold', () => {
  it('runs out, and can be asked for again', async () => {
    const world = setUp(held(2 * minute));
    await world.choose(a);
    await pass(minute);
    expect(world.booking.announcement).toBe('last-minute');
    await pass(minute);
    expect(world.booking.state).toBe('expired');
    expect(world.answer, 'the time stays the answer, without the hold').not.toHaveProperty('hold');
    expect(world.announced).toEqual(['held', 'last-minute', 'expired']);
    world.booking.holdAgain();
    world.booking.holdAgain();
    await arrive();
    expect(world.booking.state).toBe('held');
    expect(world.log, 'nothing is given back that has run out').toEqual(['hold a', 'hold a']);
    expect(world.told).toEqual(['held', 'expired', 'held']);
  });

  it('is extended once', async () => {
    const { booking, choose, log } = setUp(held(minute));
    await choose(a);
    await Promise.all([booking.extend(), booking.extend()]);
    expect(booking.isExtended).toBe(true);
    expect(booking.announcement).toBe('extended');
    expect(booking.endsAt).toBe(now + 5 * minute);
    await booking.extend();
    expect(log).toEqual(['hold a', 'extend a h1']);
  });

  it('can be extended again after nobody has answered', async () => {
    const { booking, choose, log } = setUp(held(), none);
    await choose(a);
    await booking.extend();
    expect(booking.isExtended).toBe(false);
    expect(booking.state).toBe('held');
    await booking.extend();
    expect(booking.isExtended).toBe(true);
    expect(log).toEqual(['hold a', 'extend a h1', 'extend a h1']);
  });

  it('does not run out while it is being extended', async () => {
    const { answer, come } = later();
    const { booking, choose, told } = setUp(held(minute), answer);
    await choose(a);
    const extended = booking.extend();
    await pass(minute + 3000);
    expect(booking.state).toBe('held');
    come(held(minute));
    await extended;
    await pass(minute - 1000);
    expect(booking.state).toBe('held');
    await pass(1000);
    expect(booking.state).toBe('expired');
    expect(told).toEqual(['held', 'expired']);
  });

  it('that cannot be extended, because somebody else has it, is lost', async () => {
    const { booking, choose, told, log } = setUp(held(), taken());
    await choose(a);
    await booking.extend();
    expect(booking.state).toBe('taken');
    expect(told).toEqual(['held', 'taken']);
    booking.leave();
    expect(log).not.toContain('release a h1');
  });

  it('that was given back meanwhile is not brought to life by an extension', async () => {
    const { answer, come } = later();
    const { booking, choose, log } = setUp(held(), answer);
    await choose(a);
    const extended = booking.extend();
    await booking.giveBack();
    come(held());
    await extended;
    expect(booking.state).toBe('unheld');
    expect(log).toEqual(['hold a', 'extend a h1', 'release a h1']);
  });
});

describe('a hold is given back exactly once', () => {
  const ends: [string, (booking: SlotBooking) => unknown, string][] = [
    ['when another time is chosen', (booking) => booking.choose(b), 'held'],
    ['when the visitor goes back', (booking) => booking.giveBack(), 'unheld'],
    ['when nothing is chosen any more', (booking) => booking.clear(), 'none'],
    ['when the page goes', (booking) => booking.leave(), 'unheld'],
  ];
  for (const [what, end, state] of ends)
    it(what, async () => {
      const { booking, choose, log, told } = setUp();
      await choose(a);
      void end(booking);
      await arrive();
      expect(booking.state).toBe(state);
      expect(log.filter((line) => line === 'release a h1')).toHaveLength(1);
      expect(told.slice(0, 2)).toEqual(['held', 'released']);
      booking.leave();
      booking.clear();
      await booking.giveBack();
      expect(log.filter((line) => line === 'release a h1')).toHaveLength(1);
    });

  it('before the next time is asked for, because the two may overlap', async () => {
    const { choose, log } = setUp();
    await choose(a);
    await choose(b);
    expect(log).toEqual(['hold a', 'release a h1', 'hold b']);
  });

  it('when its answer comes after another time was chosen', async () => {
    const [first, second] = [later(), later()];
    const { booking, log, told } = setUp(first.answer, second.answer);
    booking.choose(a);
    booking.choose(b);
    second.come(held(minute, 'two'));
    first.come(held(minute, 'one'));
    await arrive();
    expect(booking.state).toBe('held');
    expect(booking.chosen?.id).toBe('b');
    expect(log).toEqual(['hold a', 'hold b', 'release a one']);
    expect(told).toEqual(['held']);
  });

  it('when its answer comes after a time was chosen that is booked elsewhere', async () => {
    const { answer, come } = later();
    const { booking, choose, log } = setUp(answer);
    booking.choose(a);
    await choose(slot('x', 2, { link: 'https://ehr.example/x' }));
    come(held());
    await arrive();
    expect(booking.state).toBe('external');
    expect(log).toEqual(['hold a', 'release a h1']);
  });

  it('when its answer comes after the visitor has gone back', async () => {
    const { answer, come } = later();
    const { booking, log } = setUp(answer);
    booking.choose(a);
    await booking.giveBack();
    come(held());
    await arrive();
    expect(log).toEqual(['hold a', 'release a h1']);
    expect(booking.state).toBe('unheld');
    expect(booking.gaveBack).toBe(true);
    booking.holdAgain();
    await arrive();
    expect(booking.state).toBe('held');
    expect(booking.gaveBack).toBe(false);
  });
});

describe('a time that somebody else was quicker to get', () => {
  it('gives way to the three nearest that were offered, one of each hour', async () => {
    const offered = [slot('x', 9), slot('y', 2), slot('y2', 2, { clinician: 'c' }), slot('z', 4)];
    const world = setUp(taken([...offered, slot('w', 3), slot('p', -1)]));
    await world.choose(a);
    expect(world.booking.state).toBe('taken');
    expect(world.booking.isTakenNew).toBe(true);
    expect(world.booking.nearest.map(({ id }) => id)).toEqual(['y', 'w', 'z']);
    expect(world.booking.chosen).toBe(undefined);
    expect(world.answer).toBe(undefined);
    expect(world.times.refreshed).toBe(1);
    expect(world.told).toEqual(['taken']);
  });

  it('gives way to the nearest of its own list where none was offered, and to those that fit only', async () => {
    const world = setUp(taken([slot('x', 2, { visit: 'telehealth' })]));
    world.times.filter = { visit: 'in-person' };
    await world.choose(b);
    expect(world.booking.nearest.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('is forgotten with the next choice', async () => {
    const { booking, choose } = setUp(taken());
    await choose(a);
    await choose(b);
    expect(booking.state).toBe('held');
    expect(booking.nearest).toEqual([]);
  });
});

describe('a submission', () => {
  it('that was accepted takes the time along, and gives nothing back', async () => {
    const world = setUp();
    await world.choose(a);
    world.booking.onSubmission({ is: 'sending' }, 'slot');
    world.booking.onSubmission({ is: 'accepted' }, 'slot');
    expect(world.booking.state).toBe('none');
    expect(world.answer).toBe(undefined);
    world.booking.leave();
    expect(world.log).toEqual(['hold a']);
    expect(world.told).toEqual(['held']);
  });

  it('that came second loses the time, with the nearest in its place', async () => {
    const { booking, choose, log, told } = setUp();
    await choose(a);
    booking.onSubmission({ is: 'sending' }, 'slot');
    booking.onSubmission(refusal('slot-taken', [slot('x', 5)]), 'slot');
    expect(booking.state).toBe('taken');
    expect(booking.nearest.map(({ id }) => id)).toEqual(['x']);
    expect(told).toEqual(['held', 'taken']);
    expect(log, 'somebody else has it').toEqual(['hold a']);
  });

  it('whose time the endpoint does not know lets it go and asks for the list again', async () => {
    const { booking, choose, log, times } = setUp();
    await choose(a);
    booking.onSubmission({ is: 'sending' }, 'slot');
    booking.onSubmission(refusal('unknown'), 'slot');
    expect(booking.state).toBe('none');
    expect(log).toEqual(['hold a', 'release a h1']);
    expect(times.refreshed).toBe(1);
  });

  it('that was refused for another field leaves the time held', async () => {
    const { booking, choose, log } = setUp();
    await choose(a);
    booking.onSubmission({ is: 'sending' }, 'slot');
    booking.onSubmission({ ...refusal('required'), fields: ['email'] }, 'slot');
    expect(booking.state).toBe('held');
    booking.leave();
    expect(log, 'it is certain that nothing was booked').toEqual(['hold a', 'release a h1']);
  });

  it('about which nobody said anything keeps the time as it was sent', async () => {
    const world = setUp(held(minute));
    await world.choose(a);
    const { booking, log } = world;
    booking.onSubmission({ is: 'sending' }, 'slot');
    booking.onSubmission({ is: 'failed', because: 'unconfirmed' }, 'slot');
    expect(booking.isUnsure).toBe(true);
    await pass(10 * minute);
    expect(booking.state, 'it does not run out').toBe('held');
    await booking.giveBack();
    booking.holdAgain();
    booking.choose(a);
    world.times.slots = [];
    booking.onListLoaded();
    booking.leave();
    expect(world.answer).toMatchObject({ id: 'a', hold: 'h1' });
    booking.onSubmission({ is: 'sending' }, 'slot');
    booking.onSubmission({ is: 'failed', because: 'unsent' }, 'slot');
    expect(booking.isUnsure, 'the first one may still have arrived').toBe(true);
    expect(log).toEqual(['hold a']);
  });

  it('that certainly did not arrive lets the hold run out', async () => {
    const { booking, choose, told } = setUp(held(minute));
    await choose(a);
    booking.onSubmission({ is: 'sending' }, 'slot');
    await pass(2 * minute);
    expect(booking.state, 'not while it is on its way').toBe('held');
    booking.onSubmission({ is: 'failed', because: 'unsent' }, 'slot');
    await pass(1000);
    expect(booking.state).toBe('expired');
    expect(told).toEqual(['held', 'expired']);
  });

  it('is not about a time that was chosen after it was sent', async () => {
    for (const event of [
      { is: 'failed', because: 'unconfirmed' } as const,
      refusal('slot-taken', []),
      refusal('unknown'),
    ]) {
      const { booking, choose, log } = setUp();
      await choose(a);
      booking.onSubmission({ is: 'sending' }, 'slot');
      await choose(b);
      booking.onSubmission(event, 'slot');
      expect(booking.state).toBe('held');
      expect(booking.isUnsure).toBe(false);
      booking.leave();
      expect(log, 'the first may be booked').toEqual(['hold a', 'hold b', 'release b h2']);
    }
  });
});

describe('other answers and another list', () => {
  it('let a time go that no longer fits', async () => {
    const { booking, choose, log, times } = setUp();
    await choose(slot('a', 1, { service: 'tms' }));
    times.filter = { service: 'tms' };
    booking.checkFit();
    expect(booking.state).toBe('held');
    times.filter = { service: 'talk' };
    booking.checkFit();
    expect(booking.state).toBe('none');
    expect(log).toEqual(['hold a', 'release a h1']);
  });

  it('keep a time that is held for this visitor, although it is listed no more', async () => {
    const { booking, choose, times } = setUp();
    await choose(a);
    times.slots = [b];
    booking.onListLoaded();
    expect(booking.state).toBe('held');
  });

  it('lose a time that nobody holds once its own list lacks it', async () => {
    const { booking, choose, times, told } = setUp(none);
    await choose(a);
    times.state = 'loading';
    times.slots = [];
    booking.onListLoaded();
    expect(booking.state, 'not while it is loading').toBe('unheld');
    times.state = 'ready';
    times.slots = [b];
    booking.onListLoaded();
    expect(booking.state).toBe('taken');
    expect(told).toEqual(['taken']);
  });

  it('clear such a time without a word where it is another list, or keep it beyond what was asked for', async () => {
    const other = setUp(none);
    await other.choose(a);
    Object.assign(other.times, { key: 'another', slots: [b] });
    other.booking.onListLoaded();
    expect(other.booking.state).toBe('none');
    expect(other.told).toEqual([]);

    const beyond = setUp(none);
    await beyond.choose(a);
    Object.assign(beyond.times, { until: now, slots: [] });
    beyond.booking.onListLoaded();
    expect(beyond.booking.state).toBe('unheld');
  });
});

/** Numbers that look random and are the same in each run (mulberry32). */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

interface Granted {
  slot: string;
  until: number;
  /** It was in a submission, so what comes of it is the endpoint's to say */
  wasSent: boolean;
  mayBeBooked: boolean;
  releases: number;
}

/** Plays a visitor who does anything in any order, against a server with answers of any kind that take their time. */
async function play(seed: number, steps: number) {
  const next = random(seed);
  const upTo = (most: number) => Math.floor(next() * most);
  const times = list([a, b, c, d, slot('e', 5, { service: 'tms' }), slot('x', 6, { phone: '1' })]);
  const granted = new Map<string, Granted>();
  const problems: string[] = [];
  let [open, unsure] = [0, false];
  let sent: Granted | undefined;
  let answer: ChosenSlot | undefined;

  const reply = (slot: AvailableSlot, token?: string): HoldAnswer => {
    const kind = next();
    if (kind < 0.15) return none;
    if (kind < 0.25) return taken([slot, b, c]);
    const left = 20_000 + upTo(4 * minute);
    const before = token === undefined ? undefined : granted.get(token);
    if (token !== undefined && (!before || before.releases || before.until < Date.now()))
      return none;
    if (before) before.until = Date.now() + left;
    else {
      token = `h${granted.size}`;
      const until = Date.now() + left;
      granted.set(token, { slot: slot.id, until, wasSent: false, mayBeBooked: false, releases: 0 });
    }
    return held(left, token);
  };
  const booking = new SlotBooking({
    availability: times as unknown as Availability,
    clinicTimeZone: () => undefined,
    hold: async (slot, token) => {
      open++;
      const answer = reply(slot, token);
      // Somebody else has it: what was held is held no more.
      if (answer.is === 'taken' && token !== undefined) granted.get(token)!.until = 0;
      await new Promise((resolve) => setTimeout(resolve, upTo(3000)));
      open--;
      return answer;
    },
    release: (slot, token) => {
      const hold = granted.get(token);
      if (hold?.slot !== slot.id) problems.push(`${token} is no hold of ${slot.id}`);
      else if (++hold.releases > 1) problems.push(`${token} was given back twice`);
      else if (hold.mayBeBooked) problems.push(`${token} was given back and may be booked`);
      return Promise.resolve();
    },
    answer: (slot) => (answer = slot),
    waitFor: () => undefined,
    tell: () => undefined,
    changed: () => undefined,
  });

  const send = () => {
    // The form waits for a hold that is on its way.
    if (sent || open || !answer) return;
    sent = answer.hold === undefined ? undefined : granted.get(answer.hold);
    if (!sent) return;
    unsure = sent.mayBeBooked;
    sent.wasSent = sent.mayBeBooked = true;
    booking.onSubmission({ is: 'sending' }, 'slot');
  };
  const conclude = () => {
    if (!sent) return;
    const hold = sent;
    sent = undefined;
    const kind = upTo(6);
    if (kind === 0) booking.onSubmission({ is: 'accepted' }, 'slot');
    else if (kind === 1) booking.onSubmission({ is: 'failed', because: 'unconfirmed' }, 'slot');
    else if (kind === 2) {
      hold.mayBeBooked = unsure;
      booking.onSubmission({ is: 'failed', because: 'unsent' }, 'slot');
    } else {
      hold.mayBeBooked = false;
      if (kind === 3) booking.onSubmission({ is: 'failed', because: 'refused' }, 'slot');
      else if (kind === 4) booking.onSubmission(refusal('unknown'), 'slot');
      else {
        hold.until = 0;
        booking.onSubmission(refusal('slot-taken', [c]), 'slot');
      }
    }
  };
  const actions: (() => unknown)[] = [
    () => booking.choose(times.slots[upTo(times.slots.length)] ?? a),
    () => booking.choose([a, b, c, d][upTo(4)]),
    () => booking.holdAgain(),
    () => void booking.extend(),
    () => void booking.giveBack(),
    () => booking.clear(),
    () => booking.leave(),
    () => {
      times.filter = next() < 0.7 ? {} : { service: next() < 0.5 ? 'tms' : 'talk' };
      booking.checkFit();
    },
    () => {
      times.slots = [a, b, c, d].filter(() => next() < 0.8);
      booking.onListLoaded();
    },
    send,
    conclude,
    () => pass(upTo(2 * minute)),
    () => pass(upTo(2000)),
  ];
  for (let step = 0; step < steps; step++) {
    await actions[upTo(actions.length)]();
    await arrive();
    if (open) continue;
    const live = [...granted.values()].filter(
      ({ until, releases, wasSent }) => until > Date.now() && !releases && !wasSent,
    );
    if (live.length > 1) problems.push(`${live.length} holds live`);
    if (live.length === 1 && booking.state !== 'held')
      problems.push(`a hold of ${live[0].slot} lives, but nobody knows: ${booking.state}`);
  }
  conclude();
  booking.leave();
  await pass(10 * minute);
  return { problems, granted: granted.size };
}

describe('whatever a visitor does, in any order', () => {
  it('at most one hold lives, each is given back once, and none that may be booked', async () => {
    let count = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { problems, granted } = await play(seed, 60);
      expect(problems, `with seed ${seed}`).toEqual([]);
      count += granted;
    }
    expect(count, 'that many holds were at stake').toBeGreaterThan(1000);
  }, 60_000);
});
