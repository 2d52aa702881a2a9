/**
 * Reaches into closed roots. Widgets keep their root to themselves, so a test must have listened before the first one was made:
 * import this before any widget.
 */
const roots = new WeakMap<Element, ShadowRoot>();

const attachShadow = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')!.value as (
  this: Element,
  init: ShadowRootInit,
) => ShadowRoot;

Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};

/** The root of a widget, open or closed. */
export function rootOf(host: Element): ShadowRoot {
  const root = roots.get(host);
  if (!root) throw new Error(`<${host.localName}> has no root: it was made before test/support`);
  return root;
}

/** Whether an element has a root: of all elements in a page, only widgets do. */
export const isWidget = (element: Element) => roots.has(element);

/** The first element inside a widget's root that matches; throws where there is none. */
export function inside<Found extends HTMLElement = HTMLElement>(
  host: Element,
  selector: string,
): Found {
  const found = rootOf(host).querySelector<Found>(selector);
  if (!found) throw new Error(`<${host.localName}> has no ${selector} inside`);
  return found;
}

/** All of them, none included. */
export const all = <Found extends HTMLElement = HTMLElement>(host: Element, selector: string) => [
  ...rootOf(host).querySelectorAll<Found>(selector),
];

/** The words inside, as they are read: blanks run together. */
export const wordsIn = (host: Element, selector?: string): string => {
  const root = rootOf(host);
  const at = selector === undefined ? root : root.querySelector(selector);
  return (at?.textContent ?? '').replace(/\s+/g, ' ').trim();
};

/** All elements of a widget whose roots are open: in the tag, in its root, and in the roots inside that, as the slot picker has one. */
export const everything = (host: Element): HTMLElement[] =>
  [host.shadowRoot, host].flatMap((root) =>
    [...(root?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((element) =>
      element.shadowRoot ? [element, ...everything(element)] : [element],
    ),
  );
