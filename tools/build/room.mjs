/**
 * The reserved height of each widget: measured by `npm run room` and stored in src/theme/room.json,
 * so that a build needs no browser. The style sheet made from it reserves that height until the
 * widget is ready.
 */
import { readFileSync } from 'node:fs';

/**
 * @typedef {Record<string, { narrow: number, wide: number, above?: number }>} Room heights in px,
 * per tag; `above`: the part above the widget's children, which stay in the page
 */

export const file = 'src/theme/room.json';
/** Page width in px from which a widget has its wide height. */
export const wideFrom = 640;

/** @returns {Room} */
export const readRoom = () => JSON.parse(readFileSync(file, 'utf8'));

export const aliasOf = (tag) => (tag.startsWith('clinic-') ? tag : `clinic-${tag}`);

/**
 * No height is reserved for a widget with a `display` attribute, which may be only a button.
 * @param {Room} room
 */
export const roomCss = (room) =>
  Object.entries(room)
    .map(([tag, { narrow, wide, above = 0 }]) => {
      const markers = [...new Set([tag, aliasOf(tag), `[data-clinic-widget=${tag}]`])].join();
      const waiting = '&:not(:state(settled),:has(:state(settled)),[display],[data-display])';
      const height = (px) => `min-height:${px}px`;
      // Padding, because a margin of the first child would collapse with that of the widget.
      const inside = above ? `box-sizing:border-box;&:has(>details){padding-top:${above}px}` : '';
      // Skips the layout of off-screen answers, like `pageStyles` of the FAQ, before the script is
      // loaded. Not part of the rules for waiting widgets: otherwise each change in an answer would
      // restyle all of them.
      const answers = above
        ? '>details:nth-child(n+100){content-visibility:auto;contain-intrinsic-size:auto 57px}'
        : '';
      return `${markers}{${waiting}{display:block;${height(narrow)};@media(min-width:${wideFrom}px){${height(wide)}}${inside}}${answers}}\n`;
    })
    .join('');
