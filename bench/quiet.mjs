/** Whether other work ran on the machine during a measurement. */
import { cpus } from 'node:os';

/** Seconds that all processors have worked since the machine was started. */
const busySeconds = () =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) /
  1000;

const ownSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds that each process of the browser has worked, by its id. */
const browserSeconds = async (devtools) => {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
};

/** Above this share of one processor, other work has disturbed a round. */
export const limit = 0.15;

/** @returns {number} share of one processor that was neither ours nor the browser's */
export const foreignShare = ({ busy, own, elapsed }) => Math.max(0, busy - own) / elapsed;

/**
 * Runs a measurement and tells how busy others were meanwhile. The processes of the browser must live until it ends.
 * @template Result
 * @param {import('puppeteer-core').CDPSession} devtools of the browser
 * @param {() => Promise<Result>} measure
 * @returns {Promise<{ result: Result, foreign: number }>}
 */
export async function watch(devtools, measure) {
  const started = performance.now();
  const before = {
    busy: busySeconds(),
    own: ownSeconds(),
    browser: await browserSeconds(devtools),
  };
  const result = await measure();
  const browser = await browserSeconds(devtools);
  const ofBrowser = [...browser].reduce(
    (sum, [id, seconds]) => sum + seconds - (before.browser.get(id) ?? 0),
    0,
  );
  const foreign = foreignShare({
    busy: busySeconds() - before.busy,
    own: ownSeconds() - before.own + ofBrowser,
    elapsed: (performance.now() - started) / 1000,
  });
  return { result, foreign };
}
