/**
 * A press that begins on one thing and ends on another is no click of either (UI Events, `click`): what is to be said when a field is left
 * would move the very box that somebody leaves it for. It waits until the button or the finger is up, and what was pressed is known.
 */
let down = false;
const waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Nothing is pressed any more. */
export const releasePointer = () => {
  down = false;
  for (const work of waiting.splice(0)) work();
};

/**
 * Milliseconds. A finger that is lifted makes its click soon after, many hands make a second one, and a finger that nobody sees lifted does
 * not hold things up for long.
 */
for (const [type, wait] of [
  ['pointerdown', 2000],
  ['pointerup', 100],
  ['pointercancel', 100],
  ['click', 300],
] as const)
  addEventListener(
    type,
    () => {
      down = type !== 'click';
      clearTimeout(timer);
      timer = setTimeout(releasePointer, wait);
    },
    true,
  );

/** Does what moves things on the page: at once, or when nothing is pressed any more. */
export const afterPointer = (work: () => void): void => {
  if (down) waiting.push(work);
  else work();
};

/** An element's own update, for `scheduleUpdate`: whatever asks for it, nothing is redrawn while something is pressed. */
export const updateAfterPointer = (update: () => void | Promise<unknown>): Promise<unknown> =>
  new Promise((updated) => afterPointer(() => updated(update())));
