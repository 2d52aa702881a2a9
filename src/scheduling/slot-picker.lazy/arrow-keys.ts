/** Number of days or weeks for an arrow key, in reading direction; 0 for any other key. */
export function arrowStep({ key }: KeyboardEvent, element: Element, week = 1): number {
  const forward = getComputedStyle(element).direction === 'ltr' ? 1 : -1;
  const steps: Record<string, number> = {
    ArrowLeft: -forward,
    ArrowRight: forward,
    ArrowUp: -week,
    ArrowDown: week,
  };
  return steps[key] ?? 0;
}

/** The item that Home, End or an arrow key moves to in a row; undefined for other keys. */
export function alongRow<Item>(
  event: KeyboardEvent,
  element: Element,
  row: readonly Item[],
  from: Item,
): Item | undefined {
  const { key } = event;
  const at = row.indexOf(from);
  const to = row.at(
    key === 'Home' ? 0 : key === 'End' ? -1 : Math.max(at + arrowStep(event, element), 0),
  );
  return at < 0 || to === from ? undefined : to;
}
