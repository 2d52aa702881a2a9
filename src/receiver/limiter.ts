const windowLength = 60_000;

/**
 * Counts the new ids of each client within a minute. An id that is already counted may come again, and an id that turns out not to be new
 * is given back, so that replays and refusals never cost a visitor an attempt.
 */
export class Limiter {
  #clients = new Map<string, Set<string>>();
  #ends = 0;

  constructor(readonly perMinute: number) {}

  /** Whether this id may be stored now. Answers how to give the place back, if one was taken. */
  take(client: string, id: string, now: number): { allowed: boolean; giveBack?: () => void } {
    if (now >= this.#ends) {
      this.#clients = new Map();
      this.#ends = now + windowLength;
    }
    const ids = this.#clients.get(client) ?? new Set();
    if (ids.has(id)) return { allowed: true };
    if (ids.size >= this.perMinute) return { allowed: false };
    this.#clients.set(client, ids.add(id));
    return { allowed: true, giveBack: () => ids.delete(id) };
  }

  /** Seconds until counting begins anew. */
  retryAfter(now: number): number {
    return Math.max(1, Math.ceil((this.#ends - now) / 1_000));
  }
}
