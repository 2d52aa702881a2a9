import '../src/widgets/clinic-faq/clinic-faq.js';
import { address, inClinic } from './support/clinic.js';
import { widget, type Meta, type Story } from './support/story.js';
import { warnOfStale } from './support/reviewed.js';
import { arrive, press, until } from './support/visitor.js';

const english = `
  <details id="first-visit">
    <summary>What happens at the first visit?</summary>
    <p>We talk for about fifty minutes. Bring a list of what you take, and your insurance card.</p>
  </details>
  <details id="cost">
    <summary>What will it cost?</summary>
    <p>That depends on your plan. We tell you before you decide.</p>
    <p><button type="button" data-clinic-open="insurance-check" data-service="tms">Check my insurance</button></p>
  </details>
  <details id="cancel">
    <summary>Can I change or cancel a visit?</summary>
    <p>Yes. Please call us a day ahead, so that somebody else can have the time.</p>
  </details>`;

const spanish = `
  <details id="primera-visita">
    <summary>¿Qué pasa en la primera visita?</summary>
    <p>Conversamos unos cincuenta minutos. Traiga una lista de lo que toma y su tarjeta del seguro.</p>
  </details>
  <details id="costo">
    <summary>¿Cuánto va a costar?</summary>
    <p>Depende de su plan. Se lo decimos antes de que usted decida.</p>
  </details>`;

const entries = [
  {
    id: 'hurt',
    question: 'Does TMS hurt?',
    answer:
      'Most people feel a **tapping** on the head, and get used to it.\n\n- You stay awake\n- You can drive home\n\nRead more in [our article](https://clinic.example/tms).',
  },
  {
    id: 'covered',
    question: 'Is it covered?',
    answer: 'Often, with a prior approval. *We ask for it.*',
    actions: [{ text: 'Check my insurance', open: 'insurance-check', service: 'tms' }],
  },
];

const meta: Meta = {
  title: 'FAQ',
  component: 'clinic-faq',
  args: { content: english },
  render: (args) => widget('clinic-faq', args),
  play: async ({ canvasElement }) => {
    await arrive(canvasElement);
    warnOfStale(canvasElement);
  },
};
export default meta;

/** Opens questions by pressing them. */
const opening = (...ids: string[]): Story['play'] =>
  async function ({ canvasElement }) {
    await arrive(canvasElement);
    const question = (id: string) => canvasElement.querySelector<HTMLElement>(`#${id} > summary`);
    for (const id of ids) {
      await until(`a question ${id}`, () => question(id));
      question(id)!.click();
      await until(`${id} is open`, () => canvasElement.querySelector(`#${id}[open]`));
      const foot = () => canvasElement.querySelector(`#${id} > [data-clinic-foot]`);
      await until(`the end of ${id}`, () => foot()?.shadowRoot?.querySelector('button'));
    }
    warnOfStale(canvasElement);
  };

/** Types into the search. */
const searching = (words: string, ...found: string[]): Story['play'] =>
  async function ({ canvasElement }) {
    const { root } = await arrive(canvasElement);
    await until('the search', () => root.querySelector('[part~="search"]'));
    const box = root.querySelector<HTMLInputElement>('[part~="search"]')!;
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const seen = () =>
      [...canvasElement.querySelectorAll('clinic-faq > details')]
        .filter((details) => details.checkVisibility())
        .map(({ id }) => id)
        .join();
    await until('the number found', () => root.querySelector('[part="status"]')!.textContent);
    await until(`the answers ${found.join()}`, () => seen() === found.join());
  };

/** Presses a button at the end of an open answer. */
const judging = (id: string, part: string): Story['play'] =>
  async function (context) {
    await opening(id)!(context);
    const { shadowRoot } = context.canvasElement.querySelector(`#${id} > [data-clinic-foot]`)!;
    shadowRoot!.querySelector<HTMLElement>(`[part="${part}"]`)!.click();
    await until('a word about it', () => shadowRoot!.querySelector('[part="status"]')!.textContent);
  };

export const Closed: Story = {};
export const Open: Story = { play: opening('first-visit', 'cost') };
export const OneOpen: Story = {
  args: { oneOpen: true },
  play: async (context) => {
    await opening('first-visit', 'cost')!(context);
    await until(
      'only one is open',
      () => !context.canvasElement.querySelector('#first-visit[open]'),
    );
  },
};
export const WithHeading: Story = { args: { heading: 'Questions we are often asked' } };
export const FromJson: Story = {
  args: { src: address({ entries }), content: undefined },
  play: opening('hurt', 'covered'),
};
export const JsonUnavailable: Story = {
  args: { src: 'data:text/html,moved' },
  parameters: { complaint: '<clinic-faq> src' },
};
export const ClinicFile: Story = {
  args: { content: undefined },
  render: (args) => inClinic(widget('clinic-faq', args), { faq: address({ entries }) }),
  play: opening('covered'),
};
export const Spanish: Story = {
  args: { content: spanish, heading: 'Preguntas frecuentes' },
  globals: { language: 'es' },
  play: opening('costo'),
};
export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: opening('cost') };
export const Dark: Story = { globals: { theme: 'dark' }, play: opening('cost') };
export const DarkFromJson: Story = { ...FromJson, globals: { theme: 'dark' } };
export const Narrow: Story = { globals: { width: '320px' }, play: opening('cost') };

export const List: Story = {
  args: {
    content:
      '<dl><dt id="hours">When are you open?</dt><dd>Monday to Friday, 8 to 5.</dd><dt id="parking">Where can I park?</dt><dd>Behind the house.</dd></dl>',
  },
  play: opening('hours'),
};
export const Headings: Story = {
  args: {
    content:
      '<h3 id="hours">When are you open?</h3><p>Monday to Friday, 8 to 5.</p><h3 id="parking">Where can I park?</h3><p>Behind the house.</p>',
  },
  play: opening('parking'),
};
export const TitleAndHeadings: Story = {
  args: {
    content:
      '<h2>Questions</h2><p>What we are asked most.</p><h3 id="hours">When are you open?</h3><p>Monday to Friday, 8 to 5.</p><h3 id="parking">Where can I park?</h3><p>Behind the house.</p>',
  },
  play: opening('parking'),
};
export const AllOpen: Story = {
  play: async ({ canvasElement }) => {
    await arrive(canvasElement);
    await press(canvasElement, '[part="toggle-all"]');
    await until('all open', () => !canvasElement.querySelector('details:not([open])'));
  },
};
export const Found: Story = { play: searching('plan', 'cost') };
export const FoundRightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: searching('plan', 'cost'),
};
export const FoundInAnOpenAnswer: Story = {
  play: async (context) => {
    await opening('cost')!(context);
    await searching('plan', 'cost')!(context);
  },
};
export const FoundBySynonym: Story = {
  args: { content: undefined },
  render: (args) =>
    inClinic(widget('clinic-faq', args), {
      faq: address({ entries }),
      synonyms: { 'magnet therapy': 'TMS' },
    }),
  play: searching('magnet therapy', 'hurt'),
};
export const NothingFound: Story = {
  args: { phone: '+1 555 010 0123' },
  play: searching('zebra'),
};
export const NothingFoundDark: Story = { ...NothingFound, globals: { theme: 'dark' } };
export const NothingFoundInSpanish: Story = {
  args: { content: spanish, phone: '+1 555 010 0123' },
  globals: { language: 'es', width: '320px' },
  play: searching('cebra'),
};
export const AskedWhetherItHelped: Story = { args: { sandbox: true }, play: opening('cost') };
export const Helped: Story = {
  args: { sandbox: true, id: 'story-helped' },
  play: judging('cost', 'yes'),
};
export const DidNotHelp: Story = {
  args: { sandbox: true, id: 'story-no', phone: '+1 555 010 0123' },
  play: judging('cost', 'no'),
};
export const DidNotHelpNarrow: Story = {
  ...DidNotHelp,
  args: { ...DidNotHelp.args, id: 'story-narrow' },
  globals: { width: '320px', theme: 'dark' },
};
export const NotAsked: Story = {
  args: { sandbox: true, feedback: 'false' },
  play: opening('cost'),
};
export const Remembered: Story = {
  args: { id: 'story-remembered', remember: true },
  render: (args) => {
    sessionStorage.setItem(
      `story-remembered:${location.pathname}`,
      JSON.stringify(['What will it cost?']),
    );
    return widget('clinic-faq', args);
  },
  play: async ({ canvasElement }) => {
    await arrive(canvasElement);
    await until('the answer', () => canvasElement.querySelector('#cost[open]'));
    sessionStorage.clear();
  },
};

export const RememberedOneOpen: Story = {
  args: { id: 'story-remembered-one', remember: true, oneOpen: true },
  render: (args) => {
    sessionStorage.setItem(
      `story-remembered-one:${location.pathname}`,
      JSON.stringify(['What will it cost?', 'Can I change or cancel a visit?']),
    );
    return widget('clinic-faq', args);
  },
  play: async (context) => {
    const { canvasElement } = context;
    await arrive(canvasElement);
    await until('the answer', () => canvasElement.querySelector('#cost[open]'));
    await until('no other', () => canvasElement.querySelectorAll('details[open]').length === 1);
    sessionStorage.clear();
  },
};

const reviewed = (day: string) => ({
  src: address({
    entries: [{ ...entries[0], reviewedBy: 'Dana Okafor, MD', reviewed: day }, entries[1]],
  }),
  content: undefined,
});
/** `YYYY-MM-DD`, so many months ago. */
const ago = (months: number) => {
  const day = new Date();
  day.setMonth(day.getMonth() - months);
  return day.toISOString().slice(0, 10);
};
export const Reviewed: Story = { args: reviewed(ago(2)), play: opening('hurt') };
/** Storybook's console warns of an answer like this one. */
export const ReviewedLongAgo: Story = {
  args: reviewed('2024-03-01'),
  play: opening('hurt'),
  parameters: { complaint: '#hurt' },
};

export const TwoDirections: Story = {
  args: {
    src: address({
      entries: [
        { id: 'ltr', question: 'Does it hurt?', answer: 'No.\n\nلا.' },
        { id: 'rtl', question: 'هل هو مؤلم؟', answer: 'لا.\n\n- نعم\n- TMS' },
      ],
    }),
    content: undefined,
  },
  play: opening('ltr', 'rtl'),
};
export const Many: Story = {
  args: {
    content: Array.from(
      { length: 300 },
      (_, at) =>
        `<details id="q${at}"><summary>Question number ${at + 1}?</summary><p>Answer ${at + 1}.</p></details>`,
    ).join(''),
  },
  play: searching('number 300', 'q299'),
};
