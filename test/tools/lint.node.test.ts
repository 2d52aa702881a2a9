import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { contractNames } from '../../tools/lint/contract-names.mjs';

/** Without types, because the files of these tests exist only as text. */
const untyped = tseslint.configs.disableTypeChecked;
/** The project's own configuration. */
const ours = new ESLint({ overrideConfig: untyped });

/** The messages of our own rules about a text, as if it stood in that file. */
async function lint(filePath: string, code: string, eslint = ours): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const rules =
    /^(clinic\/|no-restricted-|@typescript-eslint\/no-(restricted-imports|import-type))/;
  const fatal = result.messages.filter((message) => message.fatal);
  expect(fatal, 'the text could not be read').toEqual([]);
  return result.messages.filter(({ ruleId }) => ruleId && rules.test(ruleId)).map((m) => m.message);
}

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

describe('lazy modules', () => {
  const refused = [
    `import { a } from './part.lazy.js';`,
    `import './part.lazy.js';`,
    `import { a } from './part.lazy/a.js';`,
    `import { a } from '../payers/part.lazy/deep/a.js';`,
    `export { a } from './part.lazy.js';`,
    `export * from './part.lazy.js';`,
    `import { type A, b } from './part.lazy.js';\nexport const c: A = b;`,
    // Which leaves `import './part.lazy.js'` behind.
    `import { type A } from './part.lazy.js';\nexport type B = A;`,
  ];
  const allowed = [
    `void import('./part.lazy.js');`,
    `void import('./part.lazy/a.js');`,
    `import type { A } from './part.lazy.js';\nexport type B = A;`,
    `export type { A } from './part.lazy.js';`,
    `export type B = import('./part.lazy.js').A;`,
    `import { a } from './lazy.js';`,
  ];

  for (const code of refused)
    it(`refuses ${code}`, async () => {
      expect(await lint('src/payers/x.ts', code)).toHaveLength(1);
    });
  for (const code of allowed)
    it(`allows ${code}`, async () => {
      expect(await lint('src/payers/x.ts', code)).toEqual([]);
    });

  it('lets files of one lazy folder import one another', async () => {
    const code = `import { a } from './a.js';\nimport { b } from '../b.js';`;
    expect(await lint('src/payers/part.lazy/deep/x.ts', code)).toEqual([]);
  });
});

describe('names of fields and widgets in the engine', async () => {
  const names = await contractNames();
  const strict = new ESLint({
    overrideConfig: [
      untyped,
      { files: ['src/form/**'], rules: { 'clinic/no-field-names': ['error', names] } },
    ],
  });

  it('come from the contract and the folders of widgets', () => {
    expect(names.fields).toEqual(expect.arrayContaining(['email', 'slot', 'payer', 'topics']));
    expect(names.names).toEqual(expect.arrayContaining(['appointment', 'waitlist', 'clinic-faq']));
  });

  const refused = [
    `const a = 'email';`,
    `const a = 'slot.nearest';`,
    `const a = 'slot-taken';`,
    'const a = `payer`;',
    `const a = answers.slot;`,
    `const a = this.answers?.slot;`,
    `const { slot } = answers;`,
    `const { reason } = answers;`,
    `const f = ({ answers: { slot } }) => slot;`,
    `const a = { slot: 1 };`,
    `interface A { slot: string }`,
    `const a = /^(guardian|access)\\./;`,
    `const a = 'appointment';`,
    `const a = 'waitlist';`,
    `const a = 'insurance-check';`,
  ];
  const allowed = [
    `const a = this.settings.phone;`,
    `const a = this.#host.settings!.phone;`,
    `const { phone } = this.config;`,
    `const f = ({ settings: { phone } }) => phone;`,
    `const a = words.t('call-us', { phone: b });`,
    `const a = status.reason;`,
    `const { answers } = around;`,
    `location.assign('/');`,
    `const a = 'emails';`,
    'const a = html`<slot></slot>`;',
  ];
  for (const code of refused)
    it(`refuses ${code}`, async () => {
      expect(
        await lint('src/form/x.ts', `class A { #host; f() { ${code} } }`, strict),
      ).toHaveLength(1);
    });
  for (const code of allowed)
    it(`allows ${code}`, async () => {
      expect(await lint('src/form/x.ts', `class A { #host; f() { ${code} } }`, strict)).toEqual([]);
    });

  it('are only refused in the engine', async () => {
    expect(await lint('src/fields/x.ts', `export const a = 'email';`, strict)).toEqual([]);
  });

  it('refuses the tag of a widget already', async () => {
    expect(await lint('src/form/x.ts', `export const a = 'clinic-faq';`)).toHaveLength(1);
  });
});
