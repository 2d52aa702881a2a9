/** What `npm pack` makes is what an app installs: it builds with one Lit, its types hold, and the widget runs. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const main = `
import 'clinic-widgets/newsletter-signup';
import { bus } from 'clinic-widgets/bus';
import { Submission } from 'clinic-widgets/contract';

bus.on('clinic-submitted', ({ reference }) => {
  const text: string | undefined = reference;
  document.title = text ?? '';
});
// @ts-expect-error there is no such event
bus.on('clinic-nonsense', () => undefined);

const letter = document.querySelector('newsletter-signup');
if (letter) {
  letter.sandbox = true;
  // @ts-expect-error a format is one of three
  void (() => (letter.format = 'yaml'));
}
document.body.dataset.checked = String(Submission.safeParse({}).success);
`;

describe('the npm package', { timeout: 120_000 }, () => {
  let folder, app;
  const inApp = (...path) => join(app, ...path);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'clinic-widgets-package-'));
    app = join(folder, 'app');
    const modules = inApp('node_modules');
    mkdirSync(modules, { recursive: true });
    const pack = ['pack', '--silent', '--pack-destination', folder];
    execFileSync('npm', pack, { stdio: 'pipe', shell: process.platform === 'win32' });
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    execFileSync('tar', ['xzf', join(folder, archive), '-C', modules]);
    // As npm would install it: the package itself, beside what it depends on.
    symlinkSync(inApp('node_modules', 'package'), inApp('node_modules', 'clinic-widgets'));
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of Object.keys(dependencies)) {
      mkdirSync(join(modules, name, '..'), { recursive: true });
      symlinkSync(resolve('node_modules', name), join(modules, name));
    }
    writeFileSync(inApp('package.json'), '{ "type": "module" }');
    writeFileSync(
      inApp('index.html'),
      '<!doctype html><html lang="en"><title>App</title><body><newsletter-signup></newsletter-signup><script type="module" src="/main.ts"></script></body></html>',
    );
    writeFileSync(inApp('main.ts'), main);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      skipLibCheck: false, // our declarations must hold by themselves
      skipDefaultLibCheck: true,
    };
    writeFileSync(
      inApp('tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['main.ts', 'wrong.ts'] }),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds every file its package.json names', () => {
    const inPackage = (path) => inApp('node_modules', 'clinic-widgets', path);
    const {
      exports,
      customElements,
      'web-types': webTypes,
    } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8'));
    const named = Object.values(exports)
      .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
      .filter((path) => !path.includes('*'));
    for (const path of [...named, customElements, webTypes])
      assert.ok(existsSync(inPackage(path)), path);
  });

  it('gives an app its types, and refuses a wrong use of them', () => {
    // The control: the same lines without the leave to be wrong.
    writeFileSync(inApp('wrong.ts'), main.replaceAll('@ts-expect-error', ''));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    let said = '';
    try {
      execFileSync(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
        cwd: app,
        stdio: 'pipe',
      });
    } catch (error) {
      said = String(error.stdout);
    }
    const lines = said.split('\n').filter((line) => /^\S.*error TS/.test(line));
    assert.equal(lines.length, 2, said);
    assert.match(lines[0], /^wrong\.ts.*clinic-nonsense/);
    assert.match(lines[1], /^wrong\.ts.*yaml/);
  });

  it('builds with one Lit, and runs', async () => {
    await build({
      root: app,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: inApp('dist'), assetsDir: '', modulePreload: false },
      base: '/dist/',
    });
    const host = await serve({ folder: inApp('dist') });
    host.pages.set('/', readFileSync(inApp('dist', 'index.html'), 'utf8'));
    const [launch] = Object.values(browsers);
    const browser = await launch();
    try {
      const { page, problems } = await visit(browser, `${host.origin}/`, { widgets: 1 });
      assert.equal(await page.evaluate(() => globalThis.litHtmlVersions.length), 1);
      assert.equal(await page.evaluate(() => document.body.dataset.checked), 'false');
      const letter = widget(page, 'newsletter-signup');
      await letter.type('email', 'app@example.org');
      await letter.tick('consent.marketing-email');
      await letter.submit();
      await letter.until('.sent');
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
      host.close();
    }
  });
});
