import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../custom-elements.json' with { type: 'json' };
import { ClinicElement } from '../src/config/index.js';
import { standards } from '../stories/support/axe.js';
import { page, plainPage, type Surroundings } from '../stories/support/story.js';

// A closed root would hide everything in it from axe, which then finds nothing wrong.
ClinicElement.shadowRootOptions = { mode: 'open' };

setCustomElementsManifest(manifest);

interface Declaration {
  events?: { name: string }[];
}
const events = manifest.modules
  .flatMap(({ declarations }) => declarations as Declaration[])
  .flatMap(({ events = [] }) => events.map(({ name }) => name));

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
