/**
 * Creates an element in a closed root that pages can style with `::part()`.
 *
 * @param parts its part names, separated by spaces
 */
export function createPart<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parts: string,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.part.add(...parts.split(' '));
  return element;
}
