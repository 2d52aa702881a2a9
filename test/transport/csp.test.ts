import { expect } from '@open-wc/testing';

const transport = new URL('../../src/transport/index.ts', import.meta.url).href;

/** Sends from a page of its own, with its own Content-Security-Policy, and tells outcome and console lines. */
async function sendFrom(policy: string, endpoint: string, options = '') {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
    <script type="module">
      import { send } from '${transport}';
      const lines = [];
      console.error = (line) => lines.push(line);
      const outcome = await send(
        { id: '1', contentType: 'application/json', body: '{}' },
        { endpoint: '${endpoint}', totalTimeout: 400, ${options} },
      );
      parent.postMessage({ outcome, lines }, '*');
    </script>`;
  const heard = new Promise<{ outcome: object; lines: string[] }>((resolve) => {
    addEventListener('message', function listen({ source, data }: MessageEvent) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data as never);
    });
  });
  document.body.append(frame);
  try {
    return await heard;
  } finally {
    frame.remove();
  }
}

const other = 'https://receiver.invalid/api/submissions';

describe('a page whose policy forbids the endpoint', () => {
  for (const options of ['', 'retryNetwork: false'])
    for (const [policy, endpoint] of [
      [`connect-src 'self'`, other],
      [`default-src 'self' 'unsafe-inline' ${location.origin}`, other],
      [`connect-src https://elsewhere.invalid`, `${location.origin}/api`],
    ] as const)
      it(`is told so (${policy}) ${options}`, async () => {
        const { outcome, lines } = await sendFrom(policy, endpoint, options);
        expect(outcome).to.deep.equal({ kind: 'failed', reason: 'blocked' });
        expect(lines, 'the form says it').to.deep.equal([]);
      });

  it('is not blamed for a network that is down', async () => {
    // Refused at once: a name that must be looked up may take longer than there is time, and is then rightly a timeout.
    const { outcome, lines } = await sendFrom(`connect-src https:`, 'https://127.0.0.1:1/api');
    expect(outcome).to.deep.equal({ kind: 'failed', reason: 'unconfirmed' });
    expect(lines).to.deep.equal([]);
  });
});
