/** What `npm test` draws in every engine is all that Storybook shows. */
import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parts } from '../support/story-parts.js';

it('every file of stories belongs to a widget or is listed as a part', () => {
  const files = readdirSync('stories')
    .filter((file) => file.endsWith('.stories.ts'))
    .map((file) => file.replace('.stories.ts', ''));
  const ofWidgets = files.filter((name) => existsSync(`src/widgets/${name}`));
  expect(files.toSorted()).toEqual([...ofWidgets, ...parts].toSorted());
});
