export interface Build {
  /**
   * Global name under which several copies on a page find each other, whatever their URL or version
   */
  name: string;
  version: string;
  /** Distinguishes builds of one version */
  hash: string;
}

export const register = (name: string) => `globalThis[Symbol.for(${JSON.stringify(name)})]`;

/**
 * Start of every entry file. It stops if another build was first or the browser lacks a required
 * feature; otherwise it runs pieces and loads others.
 */
const runtime = ({ name, version, hash }: Build, otherwise: string) => `"use strict";
${
  // `:state()` is the newest required feature: browsers without it show the fallback of every
  // widget.
  ''
}if (!CSS.supports("selector(:state(a))")) return;
const page = ${register(name)} ??= { build: "${hash}", versions: [], make: {}, done: {} };
page.versions.push("${version}");
${
  // A page may have set `clinicWidgets` to its configuration, or have an element with that id,
  // which must not be changed.
  ''
}const shown = globalThis.clinicWidgets ??= {};
if ([Object.prototype, null].includes(Object.getPrototypeOf(shown))) Reflect.set(shown, "versions", page.versions);
if (page.build !== "${hash}") return;
const { make, done } = page;
const run = (file) => done[file] ?? (make[file](require, (done[file] = {})), done[file]);
const load = (file) => import(at(file)).catch(() => ${otherwise});
const require = (file) => make[file] ? run(file) : load(file).then(() => run(file));
`;

/**
 * The entry of an ES module, which knows its own URL. The retry uses a second URL, because Firefox
 * caches a failed import until the page is reloaded.
 */
export const moduleRuntime = (build: Build) =>
  `${runtime(build, 'import(file + "?" + Date.now())')}const at=(file)=>file,__url=import.meta.url;`;

/**
 * The entry of the classic script, for CDNs without CORS headers. `currentScript` is read through
 * the prototype, because a page may have an element with that name. A cross-origin classic script
 * has no own URL to import from.
 */
export const classicRuntime = (build: Build) =>
  `${runtime(
    build,
    `new Promise((done, fail) => {
  const tag = document.createElement("script");
  tag.onload = done;
  tag.onerror = fail;
  tag.src = at(file);
  document.head.append(tag);
})`,
  )}const own = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);` +
  'const at = (file) => own?.src ? new URL(file, own.src).href : file;const __url=0;';
