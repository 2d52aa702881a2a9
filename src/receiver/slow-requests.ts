import type { IncomingMessage } from 'node:http';

/**
 * Photos may take longer than a text: two minutes, in milliseconds, as long as they keep coming. After the time that every request has, and
 * each time it has passed once more, so many bytes a second must have arrived: a bad mobile line (16 kbit/s) manages that, a client that only
 * holds a connection open does not.
 */
export const uploadTimeout = 120_000;
const slowestUpload = 2_048;

/**
 * Closes the connections of requests whose bodies do not arrive. Node itself has one time limit for all bodies; here each kind has its own.
 * Times are milliseconds.
 */
export function closeSlowRequests({
  requestTimeout,
  checkingInterval,
}: {
  requestTimeout: number;
  checkingInterval: number;
}): { watch: (incoming: IncomingMessage) => void; stop: () => void } {
  const open = new Map<IncomingMessage, { since: number; bytes: number }>();
  const checkAll = () => {
    const now = Date.now();
    for (const [incoming, start] of open) {
      const { socket, complete, headers } = incoming;
      const elapsed = now - start.since;
      if (complete || elapsed < requestTimeout) continue;
      const hasPhotos = /^multipart\/form-data/i.test(headers['content-type'] ?? '');
      const arrived = socket.bytesRead - start.bytes;
      if (!hasPhotos || arrived < (slowestUpload * elapsed) / 1_000) socket.destroy();
      open.set(incoming, { since: now, bytes: socket.bytesRead });
    }
  };
  const timer = setInterval(checkAll, checkingInterval).unref();
  return {
    watch(incoming) {
      open.set(incoming, { since: Date.now(), bytes: incoming.socket.bytesRead });
      incoming.once('close', () => open.delete(incoming));
    },
    stop: () => clearInterval(timer),
  };
}
