import { html } from 'lit';

/** The page around a widget, set by the Storybook toolbar. */
export interface Surroundings {
  theme: 'light' | 'dark';
  language: string;
  direction: 'ltr' | 'rtl';
  width: string;
}

export const plainPage: Surroundings = {
  theme: 'light',
  language: 'en',
  direction: 'ltr',
  width: 'none',
};

/** Attributes and properties of the widget, by either name. `content` is the content of the tag. */
export type Args = Record<
  string,
  string | number | boolean | ((...given: never[]) => unknown) | undefined
>;

/**
 * One named example of a widget: plain data without Storybook code, shared by Storybook, axe and
 * the browser tests.
 */
export interface Story {
  args?: Args;
  globals?: Partial<Surroundings>;
  render?: (args: Args) => unknown;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
  /** `complaint`: part of the console message expected in a story about a mistake */
  parameters?: { complaint?: string };
}

export interface Meta extends Story {
  title: string;
  component: string;
  render: (args: Args) => unknown;
}

/** The page around a widget, which follows its color scheme, language, direction and width. */
export const page = (
  content: unknown,
  { theme, language, direction, width }: Surroundings,
): unknown => html`
  <div
    lang=${language}
    dir=${direction}
    style="color-scheme: ${theme}; background: light-dark(#fff, #11191e); color: light-dark(#1c2b33, #e6edf0); padding: 16px; box-sizing: border-box; max-width: ${width}"
  >
    ${content}
  </div>
`;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Creates a widget. Strings and booleans are set as attributes, other values as properties. */
export function widget(tag: string, { content, ...args }: Args): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    if (typeof value === 'function') Object.assign(element, { [name]: value });
    else if (typeof value === 'boolean') element.toggleAttribute(kebab(name), value);
    else element.setAttribute(kebab(name), String(value));
  }
  if (typeof content === 'string') element.innerHTML = content;
  return element;
}
