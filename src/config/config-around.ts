/** The node that contains `node` in the flat tree: its slot, its parent, or the host of its shadow root. */
export const composedParent = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;

const tag = 'clinic-config';

/**
 * Loads the `<clinic-config>` element if `node` is inside one and it isn't defined yet. Most pages have none, so the script of a single
 * widget doesn't contain it.
 * @returns settles when the element is defined; undefined if there is nothing to load
 */
export function configAround(node: Node): Promise<unknown> | undefined {
  if (customElements.get(tag)) return undefined;
  for (let parent: Node | null = node; parent; parent = composedParent(parent))
    if ((parent as Element).localName === tag) return import('./clinic-config.js');
  return undefined;
}
