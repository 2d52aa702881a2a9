import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { appointment, clinic, insuranceCheck, newFolder, newsletter } from '../support/receiver.js';

/** A package of its own, laid out like the built one, where the built receiver and the demo find their dependencies. */
const root = mkdtempSync(resolve('node_modules/.receiver-'));
const receiver = join(root, 'dist/lib/receiver/node.js');
const demo = join(root, 'stories/demo/server.mjs');
const token = 'a-token-for-tests';

beforeAll(async () => {
  const { payers, ...file } = clinic;
  mkdirSync(join(root, 'stories/clinic-site'), { recursive: true });
  writeFileSync(join(root, 'stories/clinic-site/clinic.json'), JSON.stringify(file));
  writeFileSync(join(root, 'stories/clinic-site/payers.json'), JSON.stringify(payers));
  writeFileSync(join(root, 'stories/clinic-site/index.html'), '<h1>Clinic</h1>');
  cpSync('stories/demo', join(root, 'stories/demo'), { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(root, 'dist/lib/receiver'),
      rolldownOptions: {
        input: { node: resolve('src/receiver/node.ts'), index: resolve('src/receiver/index.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

const ended = (child: ChildProcess) =>
  new Promise<number | NodeJS.Signals | null>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal));
  });

/** Runs the receiver, or the demo, until it says where it is, or ends. */
async function run(environment: Record<string, string>, program = receiver) {
  const { STAFF_TOKEN: _token, DATABASE_URL: _url, ...inherited } = process.env;
  const CLINIC_FILE = join(root, 'stories/clinic-site/clinic.json');
  const child = spawn(process.execPath, [program], {
    env: { ...inherited, PORT: '0', CLINIC_FILE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const exit = ended(child);
  const url = await new Promise<string>((done) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [found] =
        /http:\/\/localhost:\d+(?=[\s\S]*(api\/submissions|STAFF_TOKEN))/.exec(output) ?? [];
      if (found) done(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exit.then(() => done(''));
  });
  return { child, url, exit, output: () => output };
}

const post = (url: string, body: object) =>
  fetch(`${url}/api/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const storedIds = async (url: string) => {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/submissions?limit=5000`, { headers });
  expect(response.headers.get('Link')).toBeNull();
  const { submissions } = (await response.json()) as { submissions: { id: string }[] };
  return submissions.map(({ id }) => id);
};
const lost = (acknowledged: string[], stored: string[]) => {
  const there = new Set(stored);
  return acknowledged.filter((id) => !there.has(id));
};

test('the demo says where it is, what to try, and how to read what was sent; ends when asked', async () => {
  const { child, url, output, exit } = await run({ DATA_DIR: newFolder() }, demo);
  expect(await (await fetch(url)).text()).toContain('Clinic');
  expect(output()).toContain('DEMO-ACTIVE');
  const [, curl = ''] = /Bearer ([\w-]{32})" \S+\/api\/submissions/.exec(output()) ?? [];
  const headers = { Authorization: `Bearer ${curl}` };
  expect((await fetch(`${url}/api/submissions`, { headers })).status).toBe(200);
  expect(await (await fetch(`${url}/api/payers`)).json()).toEqual(clinic.payers);
  const response = await post(url, insuranceCheck({ memberId: 'DEMO-ACTIVE' }));
  expect(await response.json()).toMatchObject({ coverage: { outcome: 'active' } });
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await exit).toBe(0);
});

test('the demo asks the insurers that the environment names, and simulates none then', async () => {
  const settings = join(newFolder(), 'settings.json');
  const provider = { name: 'C', npi: '1' };
  writeFileSync(settings, JSON.stringify({ provider, payers: { p1: '1' } }));
  const { output } = await run(
    {
      DATA_DIR: newFolder(),
      ELIGIBILITY: 'fhir',
      ELIGIBILITY_URL: 'https://eligibility.invalid',
      ELIGIBILITY_SETTINGS: settings,
    },
    demo,
  );
  expect(output()).toContain('The demo clinic is at');
  expect(output()).not.toContain('DEMO-ACTIVE');
});

test.each([
  ['the receiver', receiver],
  ['the demo', demo],
])('%s does not print a token that it was given', async (_name, program) => {
  const { url, output } = await run({ DATA_DIR: newFolder(), STAFF_TOKEN: token }, program);
  expect(output()).toContain('$STAFF_TOKEN');
  expect(output()).not.toContain(token);
  expect(await storedIds(url)).toEqual([]);
});

test('the receiver has no staff list without a token', async () => {
  const { child, url, output, exit } = await run({ DATA_DIR: newFolder() });
  expect(output()).toContain('STAFF_TOKEN');
  const headers = { Authorization: 'Bearer ' };
  expect((await fetch(`${url}/api/submissions`, { headers })).status).toBe(404);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('ends with a sentence that helps when it cannot start', async () => {
  const { url } = await run({ DATA_DIR: newFolder() });
  const wrong: [Record<string, string>, RegExp][] = [
    [
      { PORT: new URL(url).port, DATA_DIR: newFolder() },
      /Another program is using this port.*PORT=/,
    ],
    [{ PORT: 'http', DATA_DIR: newFolder() }, /PORT=http is not a port\. Use a number/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /could not start.*ECONNREFUSED/],
    [{ DATA_DIR: '/dev/null' }, /could not start/],
    [{ DATA_DIR: newFolder(), ORIGINS: 'https://a.example/' }, /is not an origin/],
    [{ DATA_DIR: newFolder(), CLINIC_FILE: 'none.json' }, /could not start.*none\.json/],
  ];
  for (const [environment, words] of wrong) {
    const failed = await run(environment);
    expect(await failed.exit).toBe(1);
    expect(failed.output()).toMatch(words);
    expect(failed.output()).not.toContain('    at ');
  }
});

test('killed in the middle of work, three times: nothing acknowledged is lost, nothing is there twice', async () => {
  const environment = { DATA_DIR: newFolder(), STAFF_TOKEN: token };
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 3; kill++) {
    const { child, url, exit } = await run(environment);
    let stopped = false;
    const visitor = async () => {
      while (!stopped) {
        const sent = newsletter();
        const response = await post(url, sent).catch(() => undefined);
        if (response?.status === 201) acknowledged.push(sent.id);
      }
    };
    const visitors = Array.from({ length: 10 }, visitor);
    // After some answers, however busy the machine is, and in the middle of others.
    await vi.waitUntil(() => acknowledged.length >= 20 * (kill + 1), { timeout: 20_000 });
    await new Promise((done) => setTimeout(done, 40 * kill));
    child.kill('SIGKILL');
    stopped = true;
    expect(await exit).toBe('SIGKILL');
    await Promise.all(visitors);
  }
  const { url } = await run(environment);
  const stored = await storedIds(url);
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(lost(acknowledged, stored)).toEqual([]);
  expect(new Set(stored).size).toBe(stored.length);
  // Control: the check sees one that is missing.
  expect(lost([...acknowledged, randomUUID()], stored)).toHaveLength(1);
});

test('two servers on one folder keep one row per id', async () => {
  const environment = { DATA_DIR: newFolder(), STAFF_TOKEN: token };
  const [left, right] = await Promise.all([run(environment), run(environment)]);
  const sent = Array.from({ length: 60 }, () => newsletter());
  const statuses = await Promise.all(
    sent
      .flatMap((one) => [post(left.url, one), post(right.url, one)])
      .map(async (one) => (await one).status),
  );
  expect(statuses.filter((status) => status !== 201 && status !== 200)).toEqual([]);
  expect(statuses.filter((status) => status === 201)).toHaveLength(60);
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect((await storedIds(left.url)).sort()).toEqual(sent.map(({ id }) => id).sort());
});

test('two servers on one folder never give one time to two visitors, who are told the nearest times left', async () => {
  const environment = { DATA_DIR: newFolder(), STAFF_TOKEN: token };
  const [left, right] = await Promise.all([run(environment), run(environment)]);
  const response = await fetch(`${left.url}/api/slots?service=visit`);
  const { slots } = (await response.json()) as {
    slots: { id: string; start: string; end: string }[];
  };
  const wanted = slots.slice(0, 40);
  for (const { id, start, end } of wanted) {
    const answers = await Promise.all(
      [left, right].map(async ({ url }) => {
        const held = await fetch(`${url}/api/slots/${id}/hold`, { method: 'POST' });
        const { hold } = (await held.json()) as { hold?: string };
        const slot = { id, start, end, ...(hold ? { hold } : {}) };
        const booked = await post(url, appointment({ slot }));
        return {
          statuses: [held.status, booked.status],
          refusal: booked.status === 409 ? ((await booked.json()) as object) : undefined,
        };
      }),
    );
    expect(answers.map(({ statuses }) => statuses.join()).sort()).toEqual(['201,201', '409,409']);
    const { refusal } = answers.find((answer) => answer.refusal)!;
    expect(refusal).toMatchObject({ code: 'slot-taken' });
    const left5 = (refusal as { slots: { id: string }[] }).slots.map((slot) => slot.id);
    expect(left5).toHaveLength(5);
    expect(left5).not.toContain(id);
  }
  expect(await storedIds(right.url)).toHaveLength(40);
});
