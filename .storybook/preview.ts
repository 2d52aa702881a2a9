import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../custom-elements.json' with { type: 'json' };
import { ClinicElement } from '../src/element/index.js';
import { standards } from '../stories/support/axe.js';
import { page, plainPage, type Surroundings } from '../stories/support/story.js';

// A closed root would hide everything in it from axe, which then finds nothing wrong.
ClinicElement.shadowRootOptions = { mode: 'open' };

interface Declaration {
  events?: { name: string }[];
  cssParts?: { name: string }[];
}
const declarations = manifest.modules.flatMap(({ declarations }) => declarations as Declaration[]);
const events = declarations.flatMap(({ events = [] }) => events.map(({ name }) => name));

// Storybook lists everything by its name alone: a part would take the place of the attribute that is called the same.
const named = ({ cssParts = [], ...rest }: Declaration) => ({
  ...rest,
  cssParts: cssParts.map((part) => ({ ...part, name: `::part(${part.name})` })),
});
setCustomElementsManifest({ ...manifest, modules: [{ declarations: declarations.map(named) }] });

/** The manifest writes types as TypeScript does; only attributes can be set by hand, and those that are words can be chosen. */
const withControls: ArgTypesEnhancer = ({ argTypes }) => {
  const controlOf = ({ table }: StrictInputType): Partial<StrictInputType> => {
    const type = table?.category === 'attributes' ? (table.type?.summary ?? '') : '';
    const kinds = type.split(' | ').filter((kind) => kind !== 'undefined');
    if (kinds.length === 0 || kinds[0] === '') return { control: { disable: true } };
    if (kinds.every((kind) => kind.startsWith("'")))
      return { control: { type: 'select' }, options: kinds.map((kind) => kind.slice(1, -1)) };
    const [kind] = kinds;
    return { control: { type: kind === 'boolean' || kind === 'number' ? kind : 'text' } };
  };
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, type]) => [name, { ...type, ...controlOf(type) }]),
  );
};

const menu = (
  title: string,
  icon: 'contrast' | 'globe' | 'transfer' | 'grow',
  items: Record<string, string>,
) => ({
  description: title,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: menu('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
    language: menu('Language', 'globe', { en: 'English', es: 'Español' }),
    direction: menu('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    width: menu('Width', 'grow', { none: 'Full width', '640px': '640 px', '320px': '320 px' }),
  },
  initialGlobals: { ...plainPage },
  argTypesEnhancers: [withControls],
  decorators: [
    (story, { globals }) =>
      page(story(), globals as unknown as Surroundings) as ReturnType<typeof story>,
    withActions,
  ],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'alpha' },
    actions: { handles: [...new Set(events)] },
    a11y: { test: 'error', options: { runOnly: standards } },
  },
};
export default preview;
