/**
 * Checks that the reserved height of each widget is its real height; a difference causes a layout
 * shift.
 */
import { chromium } from '../browsers.mjs';
import { measure } from '../build/measure.mjs';
import { readRoom } from '../build/room.mjs';

export const name = 'room is the real height';

const tolerance = 8;

/** @returns {Promise<string[]>} */
export async function check(kept = readRoom()) {
  if (!chromium) return ['Chromium is not installed, which measures the widgets'];
  const real = await measure();
  return [...new Set([...Object.keys(real), ...Object.keys(kept)])].flatMap((tag) =>
    ['narrow', 'wide', 'above'].flatMap((width) => {
      const [is, was] = [real[tag]?.[width], kept[tag]?.[width]];
      if (width === 'above' && is === undefined && was === undefined) return [];
      return Math.abs(is - was) <= tolerance
        ? []
        : [`${tag}, ${width}: ${is} px, but ${was} px are kept: npm run room`];
    }),
  );
}
