/** The node that contains `node` in the flat tree: its slot, its parent, or the host of its shadow root. */
export const composedParent = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;

const tag = 'clinic-config';

/**
 * Fetches `<clinic-config>` where one stands around `node`, shadow roots and slots included, and nobody has defined it yet: most pages
 * have none, and the script of a single widget spares them its bytes.
 * @returns settles when it is defined; undefined where there is nothing to wait for
 */
export function configAround(node: Node): Promise<unknown> | undefined {
  if (customElements.get(tag)) return undefined;
  for (let at: Node | null = node; at; at = composedParent(at))
    if ((at as Element).localName === tag) return import('./clinic-config.js');
  return undefined;
}
