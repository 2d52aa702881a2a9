/**
 * The script tag we came with. Read while it runs, because `currentScript` is empty later; through the prototype, because
 * `<img name="currentScript">` shadows the document's own property.
 */
const running = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(
  document,
) as Element | null | undefined;

const address = import.meta.url;

/**
 * Our own tag: the running one, else the module with our address, else any that ends in `clinic-widgets*.js`; of several, the first
 * that carries `data-*`. An optimiser may have merged or renamed us: then there is none.
 */
export function ownScript(): HTMLScriptElement | undefined {
  const all = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  const named = all.filter((script) =>
    /\/clinic-widgets[^/]*\.js$/.test(script.src.replace(/[?#].*/, '')),
  );
  const exact = all.filter((script) => script.src === address);
  const own = [...(running instanceof HTMLScriptElement ? [running] : []), ...exact, ...named];
  return own.find((script) => Object.keys(script.dataset).length > 0) ?? own[0];
}
