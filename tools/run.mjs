/** Small helpers for the commands: they need Node alone, because packages may not be there yet. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const started = Date.now();
export const say = (line) =>
  console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`);

/** Runs a command with its output passed on; resolves with its exit code. Packages' own commands are found by name. */
export const run = (command, args = [], options = {}) =>
  new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const path = `${process.cwd()}/node_modules/.bin${windows ? ';' : ':'}${process.env.PATH}`;
    const env = { ...process.env, ...options.env, PATH: path };
    const child = spawn(command, args, { stdio: 'inherit', shell: windows, ...options, env });
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });

/** Runs a command that must succeed. */
export const must = async (command, args, options) => {
  const code = await run(command, args, options);
  if (code !== 0) {
    console.error(`${[command, ...args].join(' ')} ended with code ${code}.`);
    process.exit(code);
  }
};

/** Installs the packages of the lock file, if they are missing or older than it. */
export const installPackages = async () => {
  const installed = 'node_modules/.package-lock.json';
  const changed = (file) => statSync(file).mtimeMs;
  if (existsSync(installed) && changed('package-lock.json') <= changed(installed)) return;
  say('Installing packages (half a minute or so the first time) …');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
};
