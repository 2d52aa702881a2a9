import '../src/widgets/insurance-check/insurance-check.js';
import type { Payer } from '../src/contract/index.js';
import { address } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import { arrive, until } from './support/visitor.js';

const payers: Payer[] = [
  {
    id: 'florida-blue',
    name: 'Florida Blue',
    aliases: ['Blue Cross and Blue Shield of Florida', 'BCBS FL'],
    states: ['FL'],
    network: 'in',
  },
  { id: 'aetna', name: 'Aetna', aliases: ['CVS Health Aetna'], network: 'in' },
  { id: 'cigna', name: 'Cigna Healthcare', aliases: ['Evernorth'], network: 'ask' },
  { id: 'united', name: 'UnitedHealthcare', aliases: ['UHC', 'Optum'], network: 'out' },
  { id: 'unity-tx', name: 'Unity Health Plan', states: ['TX'], network: 'in' },
  { id: 'unity-oh', name: 'Unity Health Plan', states: ['OH'], network: 'out' },
  {
    id: 'long',
    name: 'Public Employees and Retired Teachers Cooperative Medical Benefit Trust of the Northern Counties',
    states: ['MN', 'WI'],
    network: 'ask',
  },
];
const many = Array.from({ length: 400 }, (_, at): Payer => ({
  id: `plan-${at}`,
  name: `Harbor Plan ${at + 1}`,
  network: 'ask',
}));

const meta: Meta = {
  title: 'Payer combobox',
  component: 'insurance-check',
  args: {
    endpoint: on.endpoint,
    fetch: on.isSilent,
    phone: '+1 555 010 0123',
    payers: address(payers),
  },
  render: (args) => widget('insurance-check', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

/** Somebody comes to the box, writes, and presses keys. */
const searches = (text: string, shows: RegExp, ...keys: string[]): Story => ({
  play: async ({ canvasElement }) => {
    const { root } = await arrive(canvasElement);
    const box = root.querySelector<HTMLInputElement>('[data-field="payer"]')!;
    box.focus({ preventScroll: true });
    await until('a combobox', () => box.role === 'combobox');
    box.click();
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const field = box.closest('[part~="field"]')!;
    await until(`a list like ${shows}`, () => shows.test(field.textContent));
    for (const key of keys) box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  },
});

export const Closed: Story = {};
export const Open: Story = searches('', /Aetna/);
export const Searching: Story = searches('bcbs fl', /BCBS FL/, 'ArrowDown');
export const Misspelt: Story = searches('aetan', /Aetna/);
export const TwoOfOneName: Story = searches('unity', /OH/, 'ArrowDown', 'ArrowDown');
export const LongName: Story = searches('teachers trust', /Retired/, 'ArrowDown');
export const NothingFound: Story = searches('zzz', /No insurers match/);
export const More: Story = { ...searches('harbor', /20 of 400/), args: { payers: address(many) } };
export const Chosen: Story = searches('unitedhealth', /UnitedHealthcare/, 'ArrowDown', 'Enter');
export const NotMine: Story = searches('zzz', /No insurers match/, 'ArrowDown', 'Enter');
export const NotOnTheList: Story = {
  play: async (context) => {
    await searches('zzz', /No insurers match/, 'Escape').play!(context);
    const { root } = await arrive(context.canvasElement);
    const box = root.querySelector<HTMLInputElement>('[data-field="payer"]')!;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await until(
      'what is said of it, with the way on',
      () => /Send us your details/.test(root.textContent) && root.querySelector('button.quiet'),
    );
  },
};
export const NotKnown: Story = searches('', /Aetna/, 'ArrowUp', 'Enter');
export const NoList: Story = {
  ...searches('', /I’m not sure/),
  args: { payers: 'data:text/html,moved' },
};
export const NobodyOnIt: Story = {
  ...searches('', /I’m not sure/),
  args: { payers: address([]) },
  parameters: { complaint: 'payers: data:application/json,%5B%5D' },
};

export const Spanish: Story = {
  ...searches('bcbs', /El mío no aparece/, 'ArrowDown'),
  globals: { language: 'es' },
};
export const SpanishNotKnown: Story = {
  ...searches('', /No estoy seguro/, 'ArrowUp', 'Enter'),
  globals: { language: 'es' },
};
export const RightToLeft: Story = { ...Searching, globals: { direction: 'rtl' } };
export const Dark: Story = { ...Searching, globals: { theme: 'dark' } };
export const Narrow: Story = { ...LongName, globals: { width: '320px' } };
