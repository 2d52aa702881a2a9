/** `npm run new` from end to end, in a copy of the project: what it writes compiles, builds, passes its tests and stands in Storybook. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

const tag = 'prescription-refill';

const files = (...options) =>
  execFileSync('git', ['ls-files', '-z', ...options], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && existsSync(file));

describe('npm run new', { timeout: 900_000 }, () => {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'clinic-widgets-new-'));
  let own = [];

  /** Runs a command in the copy; its output comes with it. */
  const run = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: copy,
      encoding: 'utf8',
      env: {
        ...process.env,
        // The runner of this test must not take the commands in it for its children.
        NODE_TEST_CONTEXT: undefined,
        BROWSERS: 'chromium',
        PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
      },
    });
    return { status, output: `${stdout}${stderr}` };
  };
  const succeeds = (command, ...args) => {
    const { status, output } = run(command, ...args);
    assert.equal(status, 0, `${[command, ...args].join(' ')}\n${output}`);
    return output;
  };
  const make = (...args) => run(process.execPath, 'tools/new-widget.mjs', ...args);
  const lists = ['src/contract/data.ts', 'src/contract/consents.ts', 'src/widgets/index.ts'];

  before(() => {
    for (const file of files()) {
      mkdirSync(join(copy, dirname(file)), { recursive: true });
      cpSync(file, join(copy, file));
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
    own = lists.map((file) => readFileSync(file, 'utf8'));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('refuses a name that cannot be a tag, and says why', () => {
    for (const [args, says] of [
      [[], /Which widget\?/],
      [['refill'], /at least one hyphen/],
      [['Prescription-Refill'], /lowercase letters/],
      [['../prescription-refill'], /lowercase letters/],
      [['font-face'], /SVG/],
      [['clinic-faq'], /clinic-faq already exists/],
      [['faq-feedback'], /faq-feedback already exists/],
    ]) {
      const { status, output } = make(...args);
      assert.equal(status, 1, args.join(' '));
      assert.match(output, says);
    }
  });

  it('writes what reads like the rest of the project, and nothing else', () => {
    const { status, output } = make(tag);
    assert.equal(status, 0, output);
    const written = output.split('\n').filter((line) => line && existsSync(join(copy, line)));
    assert.equal(written.length, 8, output);
    succeeds('prettier', '--check', ...written, ...lists);
    succeeds('eslint', '--max-warnings', '0', ...written, ...lists);
    const grown = lists.map(
      (file, at) =>
        readFileSync(join(copy, file), 'utf8').split('\n').length - own[at].split('\n').length,
    );
    assert.deepEqual(grown, [2, 1, 1], 'an import and a line, a line, and a line');
    assert.match(make(tag).output, /prescription-refill already exists/);
  });

  it('builds', () => {
    succeeds(process.execPath, 'tools/build.mjs', '--force');
    for (const file of [`${tag}.js`, `lib/widgets/${tag}/${tag}.d.ts`])
      assert.ok(existsSync(join(copy, 'dist', file)), file);
    for (const file of ['clinic-widgets.js', 'clinic-widgets.classic.js', 'submission.schema.json'])
      assert.ok(readFileSync(join(copy, 'dist', file), 'utf8').includes(tag), file);
  });

  it('can be imported from the package by its tag', () => {
    const { exports } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
    const target = exports['./*'].default.replaceAll('*', tag);
    assert.ok(existsSync(join(copy, target)), target);
    writeFileSync(
      join(copy, 'test/types/new-widget.ts'),
      `import { PrescriptionRefill } from 'clinic-widgets/${tag}';\nnew PrescriptionRefill().endpoint = '/api';\n`,
    );
    succeeds('tsc', '-p', '.');
  });

  it('passes its own tests, and those of all stories', () => {
    const stories = 'test/stories/stories.test.ts';
    const output = succeeds('wtr', '--files', `test/widgets/${tag}/${tag}.test.ts`, stories);
    assert.match(output, /all tests passed/);
  });

  it('fails its tests when the widget is broken', () => {
    const words = join(copy, `src/widgets/${tag}/messages/en.ts`);
    const good = readFileSync(words, 'utf8');
    writeFileSync(words, good.replace('Enter your email address.', 'Oops'));
    assert.notEqual(run('wtr', '--files', `test/widgets/${tag}/${tag}.test.ts`).status, 0);
    writeFileSync(words, good);
  });

  it('stands in Storybook, with its attributes, events and parts', () => {
    succeeds('npm', 'run', '--silent', 'analyze');
    const manifest = JSON.parse(readFileSync(join(copy, 'custom-elements.json'), 'utf8'));
    const widget = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === tag);
    const names = (list) => list.map(({ name }) => name);
    assert.ok(names(widget.attributes).includes('endpoint'));
    assert.ok(names(widget.events).includes('clinic-submitted'));
    assert.ok(names(widget.cssParts).includes('control'));

    succeeds('npm', 'run', '--silent', 'storybook:build');
    const { entries } = JSON.parse(readFileSync(join(copy, 'storybook-static/index.json'), 'utf8'));
    assert.ok(entries[`${tag}--in-error`], Object.keys(entries).join());
  });

  it('has left the project itself as it was', () => {
    const now = lists.map((file) => readFileSync(file, 'utf8'));
    assert.deepEqual(now, own);
    assert.deepEqual(
      files('--cached', '--others', '--exclude-standard').filter((file) =>
        file.includes(`/${tag}`),
      ),
      [],
    );
  });
});
