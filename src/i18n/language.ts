/** The nearest ancestor with a `lang` attribute, also outside the surrounding shadow roots. */
const speaker = (node: Node): Element | undefined => {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at instanceof Element && at.hasAttribute('lang')) return at;
  }
  return undefined;
};

/** The language around `node` as a BCP 47 tag; `en` if none is declared. */
export const languageOf = (node: Node): string => speaker(node)?.getAttribute('lang') || 'en';

/** Calls `changed` whenever a `lang` attribute changes in the document or in a shadow root around `node`. */
export function watchLanguage(node: Node, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let root: Node = node.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}
