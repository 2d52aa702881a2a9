import { expect } from '@open-wc/testing';
import { put, take } from '../../src/form/handover.js';

/** Runs `during` with the timers that it sets kept for later. */
const timersOf = (during: () => void) => {
  const timers: { run: () => void; ms: number }[] = [];
  const { setTimeout } = window;
  window.setTimeout = ((run: () => void, ms: number) =>
    timers.push({ run, ms })) as unknown as typeof setTimeout;
  try {
    during();
  } finally {
    window.setTimeout = setTimeout;
  }
  return timers;
};

describe('answers handed from one widget to another', () => {
  const answers = { givenName: 'Ana', birthDate: '1985-02-09', coverageRef: 'R1' };

  it('are read once', () => {
    put('R1', answers);
    expect(take('R2')).to.equal(undefined);
    expect(take(undefined)).to.equal(undefined);
    expect(take('R1')).to.deep.equal(answers);
    expect(take('R1')).to.equal(undefined);
  });

  it('are gone after 15 minutes', () => {
    const [timer] = timersOf(() => put('R1', answers));
    expect(timer.ms).to.equal(900_000);
    timer.run();
    expect(take('R1')).to.equal(undefined);
  });

  it('outlive the time of those they have taken the place of', () => {
    const [first] = timersOf(() => put('R1', {}));
    put('R1', answers);
    first.run();
    expect(take('R1')).to.deep.equal(answers);
  });

  it('are gone when the page is left, also where the browser keeps the page', () => {
    put('R1', answers);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(take('R1')).to.equal(undefined);
  });
});
