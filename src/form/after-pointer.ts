/**
 * Delays layout changes while a pointer is pressed. An error message that appears on `blur` would
 * move the button being clicked; pointerdown and pointerup would then have different targets and
 * the click would be lost (UI Events, `click`).
 */
let down = false;
const waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Marks the pointer as released. */
export const releasePointer = () => {
  down = false;
  for (const work of waiting.splice(0)) work();
};

/**
 * Delays in ms. The click follows shortly after a touch ends, a double tap adds a second one, and a
 * `touchend` that never arrives must not block updates for long.
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

/** Runs work that changes the layout: now, or after the pointer is released. */
export const afterPointer = (work: () => void): void => {
  if (down) waiting.push(work);
  else work();
};

/** For `scheduleUpdate` of an element: delays its update while a pointer is pressed. */
export const updateAfterPointer = (update: () => void | Promise<unknown>): Promise<unknown> =>
  new Promise((updated) => afterPointer(() => updated(update())));
