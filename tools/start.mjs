/** `npm start`: the demo clinic with a real receiver. Prepares what is missing, then hands over to the receiver. */
import { isBuilt } from './build/stamp.mjs';
import { installPackages, must, say, start } from './run.mjs';

await installPackages();
if (!isBuilt()) {
  say('Building; this takes ten seconds or so …');
  await must(process.execPath, ['tools/build.mjs']);
}

const receiver = start(process.execPath, ['dist/lib/receiver/node.js']);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => receiver.kill(signal));
receiver.once('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
