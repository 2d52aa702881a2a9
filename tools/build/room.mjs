/**
 * The room that each widget takes once it is ready, measured by `npm run room` and kept in src/theme/room.json,
 * so that a build needs no browser. The style sheet made from it holds that room free until then.
 */
import { readFileSync } from 'node:fs';

/** @typedef {Record<string, { narrow: number, wide: number }>} Room heights in px, per tag */

export const file = 'src/theme/room.json';
/** From this page width on, a widget takes its wide height. */
export const wideFrom = 640;

/** @returns {Room} */
export const readRoom = () => JSON.parse(readFileSync(file, 'utf8'));

export const aliasOf = (tag) => (tag.startsWith('clinic-') ? tag : `clinic-${tag}`);

/**
 * A widget with a `display` of its own may be no more than a button, so its room is not ours to guess.
 * @param {Room} room
 */
export const roomCss = (room) =>
  Object.entries(room)
    .map(([tag, { narrow, wide }]) => {
      const markers = [...new Set([tag, aliasOf(tag), `[data-clinic-widget=${tag}]`])].join();
      const waiting = '&:not(:state(settled),:has(:state(settled)),[display],[data-display])';
      const height = (px) => `min-height:${px}px`;
      return `${markers}{${waiting}{display:block;${height(narrow)};@media(min-width:${wideFrom}px){${height(wide)}}}}\n`;
    })
    .join('');
