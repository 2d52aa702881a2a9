import '../src/widgets/clinic-faq/clinic-faq.js';
import { address, inClinic } from './support/clinic.js';
import { widget, type Meta, type Story } from './support/story.js';
import { arrive, until } from './support/visitor.js';

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
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
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
    }
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
export const JsonUnavailable: Story = { args: { src: 'data:text/html,moved' } };
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
