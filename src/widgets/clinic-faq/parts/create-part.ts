/**
 * An element of a closed root, which pages can style by `::part()`.
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
