const windowLength = 60_000;

/**
 * Counts the new ids of each client per minute. An id that was already counted is allowed again,
 * and one that turns out not to be new is refunded, so that replays and rejections never use up a
 * visitor's attempts.
 */
export class Limiter {
  #clients = new Map<string, Set<string>>();
  #windowEnd = 0;

  constructor(readonly perMinute: number) {}

  /**
   * Whether this id may be stored now, and a function that refunds the attempt if it was counted.
   */
  take(client: string, id: string, now: number): { allowed: boolean; giveBack?: () => void } {
    if (now >= this.#windowEnd) {
      this.#clients = new Map();
      this.#windowEnd = now + windowLength;
    }
    const ids = this.#clients.get(client) ?? new Set();
    if (ids.has(id)) return { allowed: true };
    if (ids.size >= this.perMinute) return { allowed: false };
    this.#clients.set(client, ids.add(id));
    return { allowed: true, giveBack: () => ids.delete(id) };
  }

  /** Seconds until the count is reset. */
  retryAfter(now: number): number {
    return Math.max(1, Math.ceil((this.#windowEnd - now) / 1_000));
  }
}
