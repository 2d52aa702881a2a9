/**
 * `npm start`: runs the demo clinic with a real receiver. Installs and builds what is missing, then
 * runs stories/demo/server.mjs.
 */
import { isBuilt } from './build/stamp.mjs';
import { installPackages, must, say, start } from './run.mjs';

await installPackages();
if (!isBuilt()) {
  say('Building. This takes about ten seconds…');
  await must(process.execPath, ['tools/build.mjs']);
}

const server = start(process.execPath, ['stories/demo/server.mjs']);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));

// The shell of npm does not pass signals on, and the port would stay in use.
const shell = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid !== shell && server.kill('SIGTERM'), 500).unref();
