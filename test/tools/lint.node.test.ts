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
