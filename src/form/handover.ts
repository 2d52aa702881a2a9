/**
 * Passes answers from one widget to another on the same page, so that nothing is asked twice (WCAG
 * 3.3.7). The answers are kept in memory only. Events carry a meaningless key, never the answers.
 */
const waiting = new Map<string, HandedOver>();

/** Lifetime in ms: a later user of a shared device must not find the answers. */
const kept = 15 * 60_000;

/**
 * Answers by contract key (`givenName`, `birthDate` as `YYYY-MM-DD`), and `coverageRef` if the
 * insurance was checked.
 */
export type HandedOver = Readonly<Record<string, unknown>>;

/** Stores answers under `ref`, a receipt's reference or a random id, for 15 minutes. */
export function put(ref: string, answers: HandedOver): void {
  waiting.set(ref, answers);
  const forget = () => waiting.get(ref) === answers && waiting.delete(ref);
  setTimeout(forget, kept);
  // A page restored from the back/forward cache must not contain them.
  addEventListener('pagehide', forget, { once: true });
}

/** Takes the answers stored under `ref`, once; undefined if there are none, as on another page. */
export function take(ref: string | undefined): HandedOver | undefined {
  const answers = waiting.get(ref!);
  waiting.delete(ref!);
  return answers;
}
