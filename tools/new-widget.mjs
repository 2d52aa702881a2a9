/**
 * `npm run new <tag>`: creates a new widget that builds, asks for consent, sends and passes its
 * tests: a contract file, a folder with the widget, its form, styles and messages, a story file, a
 * test file, and one line in each of three lists.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const [tag, ...rest] = process.argv.slice(2);
if (!tag || rest.length)
  fail('Which widget? npm run new <tag>, for example: npm run new call-back');
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag))
  fail(
    `"${tag}" is not a valid tag: use lowercase letters, digits and at least one hyphen, like call-back`,
  );
if (/^(annotation-xml|color-profile|font-face.*|missing-glyph)$/.test(tag))
  fail(`"${tag}" is reserved for SVG or MathML, so browsers do not allow it as an element name`);
if (
  existsSync(`src/widgets/${tag}`) ||
  existsSync(`src/contract/${tag}.ts`) ||
  tag === 'clinic-config'
)
  fail(`${tag} already exists. Choose another tag, or edit the existing one`);

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const type = tag.split('-').map(capital).join('');
const form = `${type[0].toLowerCase()}${type.slice(1)}Form`;
const title = capital(tag.replaceAll('-', ' '));

const files = {
  [`src/contract/${tag}.ts`]: `
import { email, text } from './values.js';
import { z } from './z.js';

/** What a ${tag} carries. */
export const ${type} = z.strictObject({
  email,
  note: z.optional(text(500)),
});
export type ${type} = z.infer<typeof ${type}>;
`,

  [`src/widgets/${tag}/${tag}.ts`]: `
import { html } from 'lit/html.js';
import { define, type Stage } from '../../element/index.js';
import { FormController, PostingWidget } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { heading } from '../../theme/index.js';
import { ${form} } from './fields.js';
import { en } from './messages/en.js';
import { styles } from './${tag}.styles.js';

/**
 * Asks for an email address and a note.
 * @summary ${title}
 * @tag ${tag}
 */
export class ${type} extends PostingWidget {
  static override styles = [...PostingWidget.styles, styles];

  protected readonly words = new Messages(this, { en, es: () => import('./messages/es.lazy.js') });
  readonly #form = new FormController(this, ${form}, this.words);

  protected override get stage(): Stage {
    return this.#form.stage;
  }

  protected override render(): unknown {
    return this.#form.status.is === 'sent' ? this.#renderSent() : this.#renderForm();
  }

  #renderForm() {
    return html\`\${this.intro(this.words.t('intro'))}
    \${this.#form.frame(html\`\${this.#form.fields()} \${this.#form.consents()}\`)}\`;
  }

  #renderSent() {
    return this.#form.sent(
      html\`\${heading(this.settings.headingLevel, this.words.t('sent.title'))} \${this.#form.reference()} \${this.#form.call()}\`,
    );
  }
}
define('${tag}', ${type});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${type};
  }
}
`,

  [`src/widgets/${tag}/fields.ts`]: `
import { consent, text, textarea } from '../../fields/index.js';
import { defineForm, required } from '../../form/index.js';

/** What is asked, in the order it is asked. The contract says what may be answered. */
export const ${form} = defineForm({
  type: '${tag}',
  fields: {
    email: required(text({ type: 'email', autocomplete: 'email' })),
    note: textarea(),
  },
  consents: consent(),
});
`,

  [`src/widgets/${tag}/${tag}.styles.ts`]: `
import { css } from '@lit/reactive-element';

export const styles = css\`
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
  }
\`;
`,

  [`src/widgets/${tag}/messages/en.ts`]: `
import { formEn } from '../../../form/index.js';

export const en = {
  ...formEn,
  heading: '${title}',
  intro: 'Write to us and we’ll get back to you.',
  submit: 'Send',
  'email.label': 'Email address',
  'email.required': 'Enter your email address.',
  'email.format': 'Enter your email address, like name@example.org.',
  'note.label': 'Is there anything you’d like us to know?',
  'note.too-long': 'Shorten this to 500 characters or fewer.',
  'consent.privacy': 'I agree that the clinic may use what I enter here to respond to me.',
  'consent.privacy.required': 'Check the box so we can respond to you.',
  'sent.title': 'Thank you. We got it.',
};
`,

  [`src/widgets/${tag}/messages/es.lazy.ts`]: `
import { es as formEs } from '../../../form/messages/es.js';
import type { SameKeys } from '../../../i18n/index.js';
import type { en } from './en.js';

const es: SameKeys<typeof en> = {
  ...formEs,
  heading: '${title}',
  intro: 'Escríbanos y le responderemos.',
  submit: 'Enviar',
  'email.label': 'Correo electrónico',
  'email.required': 'Escriba su correo electrónico.',
  'email.format': 'Escriba su correo electrónico, por ejemplo nombre@example.org.',
  'note.label': '¿Hay algo que le gustaría que sepamos?',
  'note.too-long': 'Escriba 500 caracteres como máximo.',
  'consent.privacy': 'Acepto que la clínica use lo que escribo aquí para responderme.',
  'consent.privacy.required': 'Marque la casilla para que podamos responderle.',
  'sent.title': 'Gracias. Ya lo recibimos.',
};
export default es;
`,

  [`stories/${tag}.stories.ts`]: `
import '../src/widgets/${tag}/${tag}.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import { arrive, filled, sent, type Answers } from './support/visitor.js';

const meta: Meta = {
  title: '${title}',
  component: '${tag}',
  args: { endpoint: on.endpoint, fetch: on.isSilent, phone: '+1 555 010 0123' },
  render: (args) => widget('${tag}', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

const answers: Answers = {
  email: 'robin@example.org',
  note: 'Mornings are best.',
  'consent.privacy': true,
};

export const Empty: Story = {};
export const FilledIn: Story = filled(answers);
export const InError: Story = sent({}, {}, 'invalid');
export const Sending: Story = sent(answers, {}, 'sending');
export const Retrying: Story = sent(answers, { fetch: on.isBusy }, 'retrying');
export const Received: Story = sent(answers, { fetch: on.accepts('received') }, 'sent');
export const RefusedField: Story = sent(answers, { fetch: on.refuses({ email: 'format' }) }, 'invalid');
export const ServerTrouble: Story = sent(answers, { fetch: on.breaks }, 'failed');
export const NoEndpoint: Story = {
  parameters: { complaint: '<${tag}>' },
  args: { endpoint: undefined },
};
export const Spanish: Story = { globals: { language: 'es' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const Narrow: Story = { globals: { width: '320px' } };
`,

  [`test/widgets/${tag}/${tag}.test.ts`]: `
import { expect } from '@open-wc/testing';
import { fakeEndpoint, fill, mount, ready, submit, wordsIn } from '../../support/index.js';
import '../../../src/widgets/${tag}/${tag}.js';

const answers = { email: 'robin@example.org', note: 'Mornings are best.' };

describe('<${tag}>', () => {
  it('sends what the contract says, with consent, and says that it has arrived', async () => {
    const { url, json } = fakeEndpoint();
    const widget = await mount(\`<${tag} endpoint="\${url}"></${tag}>\`);
    fill(widget, { ...answers, 'consent.privacy': true });
    await submit(widget);
    const { type, data, consents } = json();
    expect(type).to.equal('${tag}');
    expect(data).to.deep.equal(answers);
    expect(consents).to.have.nested.property('[0].id', 'privacy');
    expect(consents).to.have.nested.property('[0].granted', true);
    expect(wordsIn(widget)).to.contain('Thank you. We got it.');
  });

  it('sends nothing without an email address and consent, and says what is missing', async () => {
    const { url, requests } = fakeEndpoint();
    const widget = await mount(\`<${tag} endpoint="\${url}"></${tag}>\`);
    fill(widget, { note: 'Mornings are best.' });
    await submit(widget);
    expect(requests).to.have.length(0);
    expect(wordsIn(widget, '[part="summary"]'))
      .to.contain('Enter your email address.')
      .and.to.contain('Check the box so we can respond to you.');
  });

  it('is in the language of the page', async () => {
    const { url } = fakeEndpoint();
    const widget = await mount(\`<div lang="es"><${tag} endpoint="\${url}"></${tag}></div>\`);
    await ready(widget);
    expect(wordsIn(widget)).to.contain('Escríbanos y le responderemos.');
  });
});
`,
};

/** Adds a line after the last one that looks like it. */
function add(file, like, line) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findLastIndex((known) => like.test(known));
  if (at < 0) fail(`${file}: found no line like ${like}, so this could not be added: ${line}`);
  lines.splice(at + 1, 0, line);
  writeFileSync(file, lines.join('\n'));
}

for (const [file, content] of Object.entries(files)) {
  mkdirSync(dirname(file), { recursive: true });
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(content.trimStart(), options));
}
add('src/contract/data.ts', /^import \{ [A-Z]/, `import { ${type} } from './${tag}.js';`);
add('src/contract/data.ts', /^ {2}\S+: ?[A-Z]\w+,$|^ {2}\w+: \w+,$/, `  '${tag}': ${type},`);
add('src/contract/consents.ts', /^ {2}\S+: \['[a-z-]+'\],$/, `  '${tag}': ['privacy'],`);
add('src/widgets/index.ts', /^export /, `export { ${type} } from './${tag}/${tag}.js';`);

console.log(`${Object.keys(files).join('\n')}
and a line each in src/contract/data.ts, src/contract/consents.ts and src/widgets/index.ts.

Next, say in the contract file what it sends; the compiler leads you to the rest. Then update
the manifest: npm run analyze`);
