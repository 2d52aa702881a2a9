/** A clock that a test can put forward: what waits for minutes comes when those have passed. */
export const clock = () => {
  const { setTimeout: later, clearTimeout: never, Date: RealDate } = window;
  const { now } = RealDate;
  let ahead = 0;
  let waiting: { at: number; run: () => void; id: number }[] = [];
  let count = -1;
  RealDate.now = () => now.call(RealDate) + ahead;
  const fake = (run: () => void, time = 0) => {
    if (time < 60_000) return later(run, time);
    waiting.push({ at: RealDate.now() + time, run, id: --count });
    return count;
  };
  window.clearTimeout = (id) => {
    waiting = waiting.filter((each) => each.id !== id);
    never(id);
  };
  window.setTimeout = fake as typeof setTimeout;
  return {
    /** @param sleep true: the device slept, so no timer ran meanwhile */
    pass(minutes: number, sleep = false) {
      ahead += minutes * 60_000;
      for (let due = true; due && !sleep;) {
        const next = waiting.filter(({ at }) => at <= RealDate.now());
        waiting = waiting.filter((each) => !next.includes(each));
        due = next.length > 0;
        for (const { run } of next) run();
      }
    },
    restore() {
      RealDate.now = now;
      window.setTimeout = later;
      window.clearTimeout = never;
    },
  };
};

/** Where a visitor would wait for a minute: all goes faster but the patience of the tests themselves, which is four seconds. */
export const hurry = async (work: () => Promise<void>) => {
  const { setTimeout } = window;
  const now = performance.now.bind(performance);
  const from = now();
  performance.now = () => from + (now() - from) * 30;
  window.setTimeout = ((run: () => void, time = 0) =>
    setTimeout(run, time > 50 && time !== 4000 ? time / 30 : time)) as typeof setTimeout;
  try {
    await work();
  } finally {
    window.setTimeout = setTimeout;
    Reflect.deleteProperty(performance, 'now');
  }
};

/** Retries at once: the pause is a share of chance. */
export const retryAtOnce = async (work: () => Promise<void>) => {
  const { random } = Math;
  Math.random = () => 0;
  try {
    await work();
  } finally {
    Math.random = random;
  }
};
