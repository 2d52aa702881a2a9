/** System packages that the tests need besides Node: three browsers and Postgres. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { run, say } from './run.mjs';

const found = async () => {
  // Imported again after an installation, because the list of browsers is made on import.
  const browsers = await import(`./browsers.mjs?${Date.now()}`);
  const versions = '/usr/lib/postgresql';
  const onPath = (name) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`));
  return {
    Chromium: browsers.chromium,
    Firefox: browsers.firefox,
    WebKit: browsers.webkit,
    Postgres:
      onPath('initdb') ||
      (existsSync(versions) &&
        readdirSync(versions).some((version) => existsSync(`${versions}/${version}/bin/initdb`))),
  };
};

/** The packages of Debian-based systems. */
const packages = {
  Chromium: ['chromium'],
  Firefox: ['firefox-esr'],
  WebKit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb'],
  Postgres: ['postgresql'],
};

const missingOf = (all) => Object.keys(packages).filter((name) => !all[name]);
const packagesFor = (names) => names.flatMap((name) => packages[name]);

/** With this file Debian installs a server without starting it; the tests start their own. */
const policy = '/usr/sbin/policy-rc.d';

const install = async (names) => {
  const root = process.getuid() === 0;
  const as = (command, ...args) =>
    root
      ? run(command, args)
      : run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', command, ...args]);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const quiet = root && !existsSync(policy);
  if (quiet) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const get = (list) =>
    as(
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      '-o',
      'Dpkg::Use-Pty=0',
      ...list,
    );
  try {
    await as('apt-get', 'update', '-qq');
    // If one name is unknown to the system, apt installs none of them.
    if ((await get(packagesFor(names))) !== 0) for (const name of names) await get(packages[name]);
  } finally {
    if (quiet) rmSync(policy);
  }
};

/**
 * Installs what is missing as root or in CI on a Debian-based system; otherwise prints the command
 * to run.
 * @returns {Promise<{ here: Record<string, boolean>, leftOut: string[] }>}
 */
export const prepareSystem = async () => {
  let all = await found();
  let missing = missingOf(all);
  const debian = existsSync('/usr/bin/apt-get');
  if (missing.length && debian && (process.getuid() === 0 || process.env.CI)) {
    say(`Installing ${missing.join(', ')} from the system's packages…`);
    await install(missing);
    all = await found();
    missing = missingOf(all);
  }
  const how = debian
    ? `sudo apt-get install ${packagesFor(missing).join(' ')}`
    : 'install them, and set CHROME_PATH or FIREFOX_PATH where they are not in the usual place';
  if (missing.length) say(`Missing: ${missing.join(', ')}. To test with them: ${how}`);
  return {
    here: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, Boolean(value)])),
    leftOut: missing.map((name) => `${name} is not installed (${packages[name].join(' ')})`),
  };
};
