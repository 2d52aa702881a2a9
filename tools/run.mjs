/** Helpers to run commands. They use Node alone, because packages may not be installed yet. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This needs Node 20.19 or later; ${process.execPath} is ${process.versions.node}.`);
  process.exit(1);
}

const started = Date.now();
export const say = (line) =>
  console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`);

/** Starts a command and shows its output. Binaries of installed packages are found by name. */
export const start = (command, args = [], options = {}) => {
  const windows = process.platform === 'win32';
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  const shell = windows && command !== process.execPath; // npm and the like are scripts there
  const env = { ...process.env, ...options.env, PATH };
  return spawn(command, args, { stdio: 'inherit', shell, ...options, env });
};

/** Runs a command and returns its exit code; 127 if it does not exist. */
export const run = (command, args, options) =>
  new Promise((done) => {
    start(command, args, options)
      .once('error', () => done(127))
      .once('close', (code) => done(code ?? 1));
  });

/** Runs a command and throws if it fails. */
export const must = async (command, args, options) => {
  const code = await run(command, args, options);
  if (code === 0) return;
  console.error(`${[command, ...args].join(' ')} exited with code ${code}.`);
  process.exit(code);
};

/** Installs the packages of the lock file if they are missing or outdated. */
export const installPackages = async () => {
  const installed = 'node_modules/.package-lock.json';
  const changed = (file) => statSync(file).mtimeMs;
  if (existsSync(installed) && changed('package-lock.json') <= changed(installed)) return;
  say('Installing packages. The first time takes about 30 seconds…');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
};
