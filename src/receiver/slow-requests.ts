import type { IncomingMessage } from 'node:http';

/**
 * Upload timeout for photos in ms (two minutes), while data keeps arriving. Each time the normal
 * timeout has passed, a minimum rate of bytes per second must have been met: a weak mobile signal
 * (16 kbit/s) meets it, a client that only keeps a connection open does not.
 */
export const uploadTimeout = 120_000;
const slowestUpload = 2_048;

/**
 * Closes the connections of requests whose bodies do not arrive in time. Node has one time limit
 * for all bodies; here each kind has its own. Times are in ms.
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
