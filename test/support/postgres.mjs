/**
 * A real PostgreSQL for tests: the server that TEST_DATABASE_URL names, or one started for them alone and thrown away.
 * Where there is none the tests go on without it and say so; in CI and as root, where it can be installed, that is a failure.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

const root = process.getuid?.() === 0;

/** The folder with `initdb` and `pg_ctl`: the newest of Debian's, or one on the path. */
const programs = () => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ].find((folder) => existsSync(join(folder, 'initdb')));
};

/** Postgres refuses to run as root; its packages bring a user for it. */
const run = (program, args) => {
  const [command, ...rest] = root
    ? ['runuser', '-u', 'postgres', '--', program, ...args]
    : [program, ...args];
  // A server that inherited the pipes of pg_ctl would keep them open.
  return execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
};

const startServer = (bin) => {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-pg-'));
  if (root) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), -1);
  const data = join(folder, 'data');
  const quick = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  run(join(bin, 'initdb'), ['-D', data, ...quick]);
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB`;
  run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start']);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop() {
      run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const query = async (connectionString, text) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(text).finally(() => client.end());
};

/**
 * @returns {Promise<{ freshUrl: () => Promise<string>, stop: () => void } | undefined>} `freshUrl` answers the address of an empty
 * schema, made for the caller; undefined where there is no Postgres
 */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  const bin = programs();
  if (!given && !bin) {
    const words = 'SKIPPED: every test against PostgreSQL, because initdb was not found.';
    if (process.env.CI || root) throw new Error(`${words} Install the package "postgresql".`);
    console.warn(`\n${words} Install PostgreSQL, or set TEST_DATABASE_URL.\n`);
    return undefined;
  }
  const server = given ? { url: given, stop: () => undefined } : startServer(bin);
  return {
    async freshUrl() {
      const schema = `test_${randomBytes(6).toString('hex')}`;
      await query(server.url, `CREATE SCHEMA ${schema}`);
      const url = new URL(server.url);
      url.searchParams.set('options', `-c search_path=${schema}`);
      return url.href;
    },
    stop: server.stop,
  };
}
