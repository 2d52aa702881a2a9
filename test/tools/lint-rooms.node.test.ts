import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The project's own configuration; without types, because the files of these tests exist only as text. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** The messages of our own rules about a text, as if it stood in that file. */
async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const ours = /^(clinic\/|no-restricted-)/;
  const fatal = result.messages.filter((message) => message.fatal);
  expect(fatal, 'the text could not be read').toEqual([]);
  return result.messages.filter(({ ruleId }) => ruleId && ours.test(ruleId)).map((m) => m.message);
}

describe('the import table', () => {
  const table: { file: string; may: string[]; mayNot: string[] }[] = [
    {
      file: 'src/contract/x.ts',
      may: ['zod/mini', './y.js'],
      mayNot: ['zod', 'lit', '../i18n/index.js', '../form/form.js', 'node:fs', 'fs'],
    },
    {
      file: 'src/i18n/x.ts',
      may: ['lit', 'lit/directives/ref.js', './y.js'],
      mayNot: ['../widgets/clinic-faq/messages/en.js', '../contract/index.js', '../theme/index.js'],
    },
    {
      file: 'src/theme/x.ts',
      may: ['lit'],
      mayNot: ['../i18n/index.js', '../widgets/index.js', '@lit/context'],
    },
    {
      file: 'src/bus/x.ts',
      may: ['../contract/index.js', './y.js'],
      mayNot: ['lit', '../transport/index.js', '../config/index.js', 'zod/mini'],
    },
    {
      file: 'src/transport/formats/x.ts',
      may: ['../../contract/index.js', '../send.js'],
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
      mayNot: ['../form/index.js', '../fields/text.js', '../widgets/index.js', 'zod/mini'],
    },
    {
      file: 'src/form/x.ts',
      may: ['../config/index.js', '../transport/index.js', 'lit', './messages/en.js'],
      mayNot: ['../fields/text.js', '../widgets/index.js', '@lit/context'],
    },
    {
      file: 'src/fields/x.ts',
      may: ['../form/index.js', '../config/index.js', '../theme/index.js', 'lit', './y.js'],
      mayNot: ['../bus/index.js', '../transport/lookup.js', '../widgets/index.js'],
    },
    {
      file: 'src/fields/slot-picker/x.ts',
      may: ['../../transport/lookup.js', '../text.js'],
      mayNot: ['../../transport/send.js', '../../bus/index.js'],
    },
    {
      file: 'src/fields/payer-combobox/x.ts',
      may: ['../../transport/lookup.js'],
      mayNot: ['../../transport/index.js'],
    },
    {
      file: 'src/widgets/clinic-faq/clinic-faq.ts',
      may: ['../../fields/text.js', '../../bus/index.js', './messages/en.js', 'lit'],
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
      file: 'src/receiver/x.ts',
      may: ['../contract/index.js', 'hono', '@libsql/client', 'pg', 'node:fs', 'fs'],
      mayNot: ['../transport/index.js', '../i18n/index.js', 'lit'],
    },
    {
      file: 'src/loader.ts',
      may: ['./widgets/index.js', './config/index.js', './bus/index.js'],
      mayNot: ['./receiver/index.js', 'lit', '../tools/run.mjs'],
    },
    {
      file: 'stories/x.stories.ts',
      may: ['../src/widgets/clinic-faq/clinic-faq.js', '../src/contract/index.js', 'lit'],
      mayNot: ['../src/form/draft.js', '../src/widgets/clinic-faq/messages/en.js'],
    },
    {
      file: 'test/widgets/x.test.ts',
      may: [
        '../../src/index.js',
        '../../src/bus/index.js',
        '../support/index.js',
        '../../src/widgets/clinic-faq/messages/en.js',
      ],
      mayNot: ['../../src/form/draft.js', '../../src/transport/retry.js'],
    },
    { file: 'test/form/x.test.ts', may: ['../../src/form/draft.js'], mayNot: [] },
    { file: 'test/support/x.ts', may: ['../../src/config/page.js'], mayNot: [] },
  ];

  for (const { file, may, mayNot } of table) {
    it(`${file} lets in what is below, and nothing else`, async () => {
      for (const name of may) expect(await lint(file, `import '${name}';`), name).toEqual([]);
      for (const name of mayNot)
        expect(await lint(file, `import '${name}';`), name).toEqual([
          expect.stringContaining(name),
        ]);
    });
  }

  it('sees every way of importing', async () => {
    for (const code of [
      `void import('../widgets/index.js');`,
      `export * from '../widgets/index.js';`,
      `export { widgets } from '../widgets/index.js';`,
      `import type { X } from '../widgets/index.js';\nexport type Y = X;`,
      `export type Y = import('../widgets/index.js').X;`,
    ])
      expect(await lint('src/form/x.ts', code), code).toHaveLength(1);
  });

  it('refuses a room that is not in the table', async () => {
    expect(await lint('src/cellar/x.ts', `import '../contract/index.js';`)).toHaveLength(1);
  });
});

describe('what only one room does', () => {
  it('fetches in transport only', async () => {
    const code = `void fetch('/x');`;
    expect(await lint('src/widgets/clinic-faq/x.ts', code)).toHaveLength(1);
    expect(await lint('src/config/x.ts', code)).toHaveLength(1);
    expect(await lint('src/config/x.ts', `void window.fetch('/x');`)).toHaveLength(1);
    expect(await lint('src/transport/x.ts', code)).toEqual([]);
  });

  it('listens to other windows in bus only', async () => {
    for (const code of [
      `window.addEventListener('message', () => {});`,
      `addEventListener('message', () => {});`,
      `window.onmessage = () => {};`,
    ]) {
      expect(await lint('src/widgets/clinic-faq/x.ts', code), code).toHaveLength(1);
      expect(await lint('src/form/x.ts', code), code).toHaveLength(1);
      expect(await lint('src/bus/x.ts', code), code).toEqual([]);
    }
  });
});

describe('what turns text into markup or code', () => {
  const refused = [
    'export const f = (e: Element, t: string) => { e.innerHTML = t; };',
    'export const f = (e: Element) => e.outerHTML;',
    `export const f = (e: Element, t: string) => e.insertAdjacentHTML('beforeend', t);`,
    'export const f = (t: string) => html`<p style=${t}></p>`;',
    'export const f = () => html`<style>p {}</style>`;',
    'export const f = () => styleMap({});',
    'export const f = (t: string) => html`${unsafeHTML(t)}`;',
    'export const f = (t: string) => svg`${unsafeSVG(t)}`;',
    'export const f = (t: string) => html`${unsafeStatic(t)}`;',
    'export const f = (t: string) => eval(t);',
    'export const f = (t: string) => new Function(t);',
    'export const f = (t: string) => html`<a href=${t}></a>`;',
    'export const f = (t: string) => { const href = t; return html`<a href=${href}></a>`; };',
    'export const f = (href: string) => html`<a href="${href}"></a>`;',
  ];
  const allowed = [
    '// innerHTML would run what an endpoint answers\nexport const a = 1;',
    'export const f = (t: string) => html`<a href=${safeHref(t)}></a>`;',
    'export const f = (t: string) => html`<a href=${telHref(t)}></a>`;',
    'export const f = (t: string) => { const href = safeHref(t); return html`<a href=${href}></a>`; };',
    'export const f = (id: string) => html`<a href="#${id}"></a>`;',
  ];

  for (const code of refused)
    it(`refuses ${code}`, async () => {
      expect((await lint('src/widgets/clinic-faq/x.ts', code)).length).toBeGreaterThan(0);
    });
  for (const code of allowed)
    it(`allows ${code}`, async () => {
      expect(await lint('src/widgets/clinic-faq/x.ts', code)).toEqual([]);
    });
});
