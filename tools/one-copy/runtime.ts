export interface Build {
  /** The name under which the copies on a page find each other, whatever their address or version */
  name: string;
  version: string;
  /** Tells builds of one version apart */
  hash: string;
}

export const register = (name: string) => `globalThis[Symbol.for(${JSON.stringify(name)})]`;

/**
 * What every first file begins with: it stops where another build came first, or a browser lacks what we need, else it can run and
 * load pieces.
 */
const runtime = ({ name, version, hash }: Build, otherwise: string) => `"use strict";
${
  // `:state()` came last of all that we need: a browser without it keeps the fallback of every widget.
  ''
}if (!CSS.supports("selector(:state(a))")) return;
const page = ${register(name)} ??= { build: "${hash}", versions: [], make: {}, done: {} };
page.versions.push("${version}");
${
  // A page may have set `clinicWidgets` to its configuration, and an element of that id is not ours to write on.
  ''
}const shown = globalThis.clinicWidgets ??= {};
if ([Object.prototype, null].includes(Object.getPrototypeOf(shown))) Reflect.set(shown, "versions", page.versions);
if (page.build !== "${hash}") return;
const { make, done } = page;
const run = (file) => done[file] ?? (make[file](require, (done[file] = {})), done[file]);
const load = (file) => import(at(file)).catch(() => ${otherwise});
const require = (file) => make[file] ? run(file) : load(file).then(() => run(file));
`;

/** A module names its own address. Firefox remembers a failed import until the page is reloaded, hence the second address. */
export const moduleRuntime = (build: Build) =>
  `${runtime(build, 'import(file + "?" + Date.now())')}const at=(file)=>file,__url=import.meta.url;`;

/**
 * The classic script. A CDN without CORS headers serves scripts to a tag only. `currentScript` through the prototype, because a page may
 * have an element of that name. A script of another origin has no address of its own to import from.
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
