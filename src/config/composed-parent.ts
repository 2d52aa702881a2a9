/** One step out of a page's trees, shadow roots and slots included. */
export const composedParent = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
