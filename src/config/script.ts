/**
 * The script tag that is running this code. Read at load time, because `currentScript` is null later; through the prototype, because
 * `<img name="currentScript">` shadows the document's property.
 */
const currentScript = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'currentScript',
)?.get?.call(document) as Element | null | undefined;

const address = import.meta.url;

/**
 * The page's script tag for this library: the running one, else the module with this module's URL, else any whose file is
 * `clinic-widgets*.js`; of several, the first with `data-*` attributes. Undefined if an optimizer has merged or renamed the file.
 */
export function ownScript(): HTMLScriptElement | undefined {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  const byName = scripts.filter((script) =>
    /\/clinic-widgets[^/]*\.js$/.test(script.src.replace(/[?#].*/, '')),
  );
  const byAddress = scripts.filter((script) => script.src === address);
  const candidates = [
    ...(currentScript instanceof HTMLScriptElement ? [currentScript] : []),
    ...byAddress,
    ...byName,
  ];
  return candidates.find((script) => Object.keys(script.dataset).length > 0) ?? candidates[0];
}
