import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms } from '../../tools/lint/imports.mjs';

interface Result {
  modules: { source: string; dependencies: { cycle?: { name: string }[] }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

/** What dependency-cruiser says about a folder with our configuration. */
async function cruise(cwd: string, ...folders: string[]): Promise<Result> {
  const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', resolve('tools/lint/imports.mjs'), '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, ...options, '--no-cache', ...folders],
    { cwd, maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout) as Result;
}

/** The files that import one another in a circle. */
const inCircles = ({ modules }: Result) => {
  const cycles = modules.flatMap(({ dependencies }) =>
    dependencies.flatMap((one) => one.cycle ?? []),
  );
  return [...new Set(cycles.map(({ name }) => name))].sort();
};

/** Each row is a file, what it may import, and what it may not. */
const table: { file: string; may?: string[]; mayNot: string[] }[] = [
  {
    file: 'src/contract/x.ts',
    may: ['zod/mini', './y.js', '../time/day.js'],
    mayNot: ['zod', 'lit', '../i18n/index.js', '../form/form.js', 'node:fs', 'fs'],
  },
  {
    file: 'src/time/x.ts',
    may: ['./day.js'],
    mayNot: ['zod/mini', 'lit', '../contract/index.js', 'node:fs'],
  },
  {
    file: 'src/i18n/x.ts',
    may: ['lit', 'lit/directives/ref.js', './y.js'],
    mayNot: ['../widgets/clinic-faq/messages/en.js', '../contract/index.js', '../theme/index.js'],
  },
  {
    file: 'src/theme/x.ts',
    may: ['lit', '@lit/reactive-element'],
    mayNot: ['../i18n/index.js', '../widgets/index.js', '@lit/context'],
  },
  {
    file: 'src/bus/x.ts',
    may: ['../contract/index.js', './y.js'],
    mayNot: ['lit', '../transport/index.js', '../config/index.js', 'zod/mini'],
  },
  {
    file: 'src/transport/formats/x.ts',
    may: ['../../contract/index.js', '../../time/day.js', '../send.js'],
    mayNot: ['lit', '../../bus/index.js', '../../form/index.js'],
  },
  {
    file: 'src/config/x.ts',
    may: [
      '../contract/index.js',
      '../i18n/index.js',
      '../theme/index.js',
      '../bus/index.js',
      '../transport/index.js',
      'lit',
      '@lit/context',
    ],
    mayNot: [
      '../element/define.js',
      '../form/index.js',
      '../fields/text.js',
      '../widgets/index.js',
      'zod/mini',
    ],
  },
  {
    file: 'src/element/x.ts',
    may: ['../config/index.js', '../bus/index.js', 'lit', '@lit/context'],
    mayNot: ['../form/index.js', '../fields/text.js'],
  },
  {
    file: 'src/form/x.ts',
    may: ['../config/index.js', '../element/define.js', '../transport/index.js', 'lit'],
    mayNot: ['../fields/text.js', '../payers/list.js', '../widgets/index.js', '@lit/context'],
  },
  {
    file: 'src/fields/x.ts',
    may: ['../form/index.js', '../config/index.js', '../transport/lookup.js', 'lit', './y.js'],
    mayNot: [
      '../bus/index.js',
      '../transport/send.js',
      '../transport/request.js',
      '../scheduling/slot-field.js',
      '../widgets/index.js',
    ],
  },
  {
    file: 'src/scheduling/x.ts',
    may: [
      '../fields/text.js',
      '../form/index.js',
      '../time/day.js',
      '../transport/body.js',
      '../transport/endpoint.js',
      '../transport/native.js',
      '../transport/request.js',
    ],
    mayNot: ['../payers/list.js', '../bus/index.js', '../transport/send.js'],
  },
  {
    file: 'src/payers/x.ts',
    may: ['../form/index.js', '../transport/lookup.js', '../theme/index.js', 'lit'],
    mayNot: ['../scheduling/slot-field.js', '../fields/text.js', '../bus/index.js'],
  },
  {
    file: 'src/photos/x.ts',
    may: ['../form/index.js', 'lit'],
    mayNot: ['../payers/list.js', '../widgets/index.js'],
  },
  {
    file: 'src/widgets/clinic-faq/x.ts',
    may: [
      '../../fields/text.js',
      '../../scheduling/slot-field.js',
      '../../bus/index.js',
      './messages/en.js',
      'lit',
    ],
    mayNot: [
      '../newsletter-signup/newsletter-signup.js',
      '../newsletter-signup/messages/en.js',
      '../../loader.js',
      '../../receiver/index.js',
      'zod/mini',
    ],
  },
  {
    file: 'src/widgets/index.ts',
    may: ['./clinic-faq/clinic-faq.js'],
    mayNot: ['../loader.js'],
  },
  {
    file: 'src/partner/x.ts',
    may: ['../bus/index.js', '../config/page.js'],
    mayNot: ['lit', '../contract/index.js', '../config/index.js', '../form/form.js'],
  },
  {
    file: 'src/receiver/x.ts',
    may: [
      '../contract/index.js',
      '../time/day.js',
      'hono',
      '@libsql/client',
      'pg',
      'node:fs',
      'fs',
    ],
    mayNot: ['../transport/index.js', '../i18n/index.js', 'lit'],
  },
  {
    file: 'src/desk/x.ts',
    may: ['../receiver/index.js', '../contract/index.js', 'hono', 'node:fs'],
    mayNot: ['../form/index.js', 'lit', 'pg'],
  },
  {
    file: 'src/builder/x.ts',
    may: ['../contract/index.js', '../config/settings.js', '../element/define.js', 'lit'],
    mayNot: ['../config/index.js', '../form/index.js', '../receiver/index.js', 'node:fs'],
  },
  {
    file: 'src/cli/x.ts',
    may: ['../contract/index.js', '../config/settings.js', 'node:fs'],
    mayNot: ['lit', '../element/define.js', '../receiver/index.js'],
  },
  {
    file: 'src/x.ts',
    may: ['./widgets/index.js', './config/index.js', './bus/index.js', './loader.js'],
    mayNot: ['./receiver/index.js', './desk/index.js', 'lit', '../tools/run.mjs'],
  },
  { file: 'src/cellar/x.ts', mayNot: ['../contract/index.js'] },
  {
    file: 'stories/x.stories.ts',
    may: ['../src/widgets/clinic-faq/clinic-faq.js', '../src/contract/index.js', 'lit'],
    mayNot: ['../src/form/form.js', '../src/widgets/clinic-faq/messages/en.js'],
  },
  {
    file: 'test/widgets/x.test.ts',
    may: [
      '../../src/loader.js',
      '../../src/bus/index.js',
      '../support/index.js',
      '../../src/widgets/clinic-faq/messages/en.js',
    ],
    mayNot: ['../../src/form/form.js', '../../src/transport/send.js'],
  },
  {
    file: 'test/form/x.test.ts',
    may: ['../../src/form/form.js'],
    mayNot: ['../../src/config/page.js'],
  },
  { file: 'test/support/x.ts', may: ['../../src/config/page.js'], mayNot: [] },
];

/** More files: ways to import, and circles. */
const more: Record<string, string> = {
  'src/form/ways/dynamic.ts': `void import('../../widgets/index.js');`,
  'src/form/ways/all.ts': `export * from '../../widgets/index.js';`,
  'src/form/ways/named.ts': `export { widgets } from '../../widgets/index.js';`,
  'src/form/ways/type.ts': `import type { X } from '../../widgets/index.js';\nexport type Y = X;`,
  'src/form/ways/inline.ts': `export type Y = import('../../widgets/index.js').X;`,
  'src/partner/types.ts': `import type { X } from '../contract/index.js';\nexport type Y = X;`,
  'src/form/circle/one.ts': `import './two.js';`,
  'src/form/circle/two.ts': `import './one.js';`,
  'src/form/type-circle/one.ts': `import './two.js';\nexport type One = 1;`,
  'src/form/type-circle/two.ts': `import type { One } from './one.js';\nexport type Two = One;`,
  'src/form/lazy-circle/one.ts': `void import('./two.js');`,
  'src/form/lazy-circle/two.ts': `import './one.js';`,
  'src/form/line/one.ts': `import './two.js';`,
  'src/form/line/two.ts': ``,
};

const packages = ['zod', 'lit', 'hono', 'pg', '@lit/context', '@lit/reactive-element'];

describe('the import rules', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clinic-widgets-imports-'));
  let result: Result;
  let violations: Result['summary']['violations'] = [];

  const put = (path: string, code: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  };

  beforeAll(async () => {
    put('tsconfig.json', '{}');
    for (const name of [...packages, '@libsql/client', 'zod/mini', 'lit/directives'])
      for (const file of ['index.js', 'ref.js']) put(`node_modules/${name}/${file}`, '');
    for (const { file, may = [], mayNot } of table)
      for (const name of [...may, ...mayNot].filter((name) => name.startsWith('.')))
        put(join(dirname(file), name).replace(/\.js$/, '.ts'), '');
    for (const { file, may = [], mayNot } of table)
      put(file, [...may, ...mayNot].map((name) => `import '${name}';`).join('\n'));
    for (const [file, code] of Object.entries(more)) put(file, code);
    result = await cruise(folder, 'src', 'stories', 'test');
    violations = result.summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The files that a file of the table must not have imported, as rules found them. */
  const refused = (file: string) => [
    ...new Set(violations.filter(({ from }) => from === file).map(({ to }) => to)),
  ];
  /** Where an import leads in the planted folder. */
  const target = (file: string, name: string) =>
    name.startsWith('.')
      ? join(dirname(file), name).replace(/\.js$/, '.ts')
      : /^(node:)?fs$/.test(name)
        ? 'fs'
        : `node_modules/${name}${name.endsWith('.js') ? '' : '/index.js'}`;

  for (const { file, mayNot } of table)
    it(`${file} imports what is below it, and nothing else`, () => {
      const expected = new Set(mayNot.map((name) => target(file, name)));
      expect(refused(file).sort()).toEqual([...expected].sort());
    });

  it('have a row in this test for every room', () => {
    const tested = table.map(({ file }) => file.split('/')[1]);
    expect(Object.keys(rooms).filter((room) => !tested.includes(room))).toEqual([]);
  });

  for (const way of Object.keys(more).filter((file) => file.includes('/ways/')))
    it(`see the import in ${way}`, () => {
      expect(refused(way)).toEqual(['src/widgets/index.ts']);
    });

  it('let a partner import types of the contract', () => {
    expect(refused('src/partner/types.ts')).toEqual([]);
  });

  it('refuse circles of values, of types and of import()', () => {
    expect(inCircles(result)).toEqual(
      Object.keys(more)
        .filter((file) => /circle\/(one|two)/.test(file))
        .sort(),
    );
    const found = violations.filter(({ rule }) => rule.name === 'no-circular');
    expect(found.map(({ from }) => dirname(from)).sort()).toEqual([
      'src/form/circle',
      'src/form/lazy-circle',
      'src/form/type-circle',
    ]);
  });
});
