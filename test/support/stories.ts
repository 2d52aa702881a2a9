import { render } from 'lit';
import { ClinicElement } from '../../src/element/index.js';
import { page, plainPage, type Meta, type Story } from '../../stories/support/story.js';
import { parts } from './story-parts.js';
import * as widgets from '../../src/widgets/index.js';

// A closed root hides everything in it from axe and from these tests; pages have `data-inspect` for the same purpose.
ClinicElement.shadowRootOptions = { mode: 'open' };

type StoryModule = { default: Meta } & Record<string, unknown>;

/** The stories of every widget there is: a new one is in the tests without another list. Beside them, those of a part that has many. */
export const modules = await Promise.all(
  [...Object.values(widgets).map(({ tag }) => tag), ...parts].map(
    (name) => import(`../../stories/${name}.stories.ts`) as Promise<StoryModule>,
  ),
);

/** One test for each story of a module: shown as Storybook shows it, played, and handed to `check`. */
export function eachStory(
  { default: meta, ...stories }: StoryModule,
  check: (canvas: HTMLElement, story: Story) => Promise<void> | void,
): void {
  describe(meta.title, () => {
    for (const [name, story] of Object.entries(stories as Record<string, Story>)) {
      it(name, async () => {
        const canvas = document.createElement('main');
        document.body.append(canvas);
        try {
          const show = story.render ?? meta.render;
          const content = show({ ...meta.args, ...story.args });
          render(page(content, { ...plainPage, ...story.globals }), canvas);
          await (story.play ?? meta.play)!({ canvasElement: canvas });
          await check(canvas, story);
        } finally {
          canvas.remove();
        }
      });
    }
  });
}
