/**
 * Answers on their way from one widget to another on the same page, so that nobody is asked twice (WCAG 3.3.7). They wait in memory only,
 * under a word that tells nothing; events carry the word, never the answers.
 */
const waiting = new Map<string, HandedOver>();

/** Milliseconds after which nobody fetches them any more: whoever sits down at a shared device later must not find them. */
const kept = 15 * 60_000;

/** Answers by the keys of the contract (`givenName`, `birthDate` as `YYYY-MM-DD`); `coverageRef` where the insurance was checked. */
export type HandedOver = Readonly<Record<string, unknown>>;

/** Leaves answers under `ref`, a receipt's reference or a random id, for the next 15 minutes. */
export function put(ref: string, answers: HandedOver): void {
  waiting.set(ref, answers);
  const forget = () => waiting.get(ref) === answers && waiting.delete(ref);
  setTimeout(forget, kept);
  // A page that comes back from the browser's page cache must come back without them.
  addEventListener('pagehide', forget, { once: true });
}

/** Fetches what was left under `ref`, once; undefined where there is nothing, as on another page. */
export function take(ref: string | undefined): HandedOver | undefined {
  const answers = waiting.get(ref!);
  waiting.delete(ref!);
  return answers;
}
