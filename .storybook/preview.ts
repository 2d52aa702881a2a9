import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import { ClinicElement } from '../src/config/clinic-element.js';

// A closed root would hide everything in it from axe, which then finds nothing wrong.
ClinicElement.shadowRootOptions = { mode: 'open' };
setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ hideArgRef: true });

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
  initialGlobals: { theme: 'light', language: 'en', direction: 'ltr', width: 'none' },
  decorators: [
    /** The page around a widget: widgets follow its color scheme, language, direction and width. */
    (story, { globals: { theme, language, direction, width } }) => html`
      <div
        lang=${language}
        dir=${direction}
        style="color-scheme: ${theme}; background: Canvas; color: CanvasText; padding: 16px; max-width: ${width}"
      >
        ${story()}
      </div>
    `,
  ],
  parameters: {
    controls: { expanded: true },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
  },
};
export default preview;
