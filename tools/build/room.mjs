/**
 * The room that each widget takes once it is ready, measured by `npm run room` and kept in src/theme/room.json,
 * so that a build needs no browser. The style sheet made from it holds that room free until then.
 */
import { readFileSync } from 'node:fs';

/**
 * @typedef {Record<string, { narrow: number, wide: number, above?: number }>} Room heights in px, per tag; `above`: how much of it comes
 *   above the widget's children, which stay in the page
 */

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
    .map(([tag, { narrow, wide, above = 0 }]) => {
      const markers = [...new Set([tag, aliasOf(tag), `[data-clinic-widget=${tag}]`])].join();
      const waiting = '&:not(:state(settled),:has(:state(settled)),[display],[data-display])';
      const height = (px) => `min-height:${px}px`;
      // Room inside, because a margin of the first child would become one of the widget.
      const inside = above ? `box-sizing:border-box;&:has(>details){padding-top:${above}px}` : '';
      // A long list is laid out as far as it is seen, as `pageStyles` of the FAQ has it: here before the script is there. Not among what is
      // for the waiting: each change in an answer would then be one for all of them.
      const answers = above
        ? '>details:nth-child(n+100){content-visibility:auto;contain-intrinsic-size:auto 57px}'
        : '';
      return `${markers}{${waiting}{display:block;${height(narrow)};@media(min-width:${wideFrom}px){${height(wide)}}${inside}}${answers}}\n`;
    })
    .join('');
