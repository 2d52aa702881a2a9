/**
 * The entry of `clinic-widgets.js`: defines the widgets, mounts them in markers (`<div
 * data-clinic-widget="…">`), including markers added later, and makes links such as
 * `#clinic-appointment-form` open them.
 */
import { bus } from './bus/index.js';
import { isAllowedAddress, plainObject, reportConfigError } from './config/index.js';
import { alias, ClinicElement } from './element/index.js';
import * as widgets from './widgets/index.js';

const tags = Object.values(widgets).map((widget) => widget.tag);

/** `appointment-form` for both of its names; undefined for any other name. */
const tagOf = (name: string | undefined) => tags.find((tag) => name === tag || name === alias(tag));

/** User-generated content (comments, guest books): https://html.spec.whatwg.org/#link-type-ugc */
const ugc = '[rel~="ugc" i]';

/**
 * Settings that decide where answers are sent and under which names. In a marker they apply only if
 * its endpoint is in `data-allow`, because people who may write a `<div>` are not always trusted
 * with this.
 */
const trustedSettings = ['endpoint', 'format', 'names', 'extra'] as const;

const isAllowed = (address: string): boolean => {
  try {
    return isAllowedAddress(address);
  } catch {
    return false;
  }
};

/** Creates the widget that a marker names inside the marker, with the marker's children as its fallback. */
function mount(marker: HTMLElement): void {
  const { clinicWidget, ...data } = marker.dataset;
  const tag = tagOf(clinicWidget);
  if (!tag)
    return reportConfigError(
      `data-clinic-widget="${clinicWidget}" is not a widget; use ${tags.join(', ')}`,
    );
  if (marker.closest(ugc) || [...marker.children].some((child) => tagOf(child.localName) === tag))
    return;

  const settings = trustedSettings.filter((name) => data[name] !== undefined);
  if (settings.length > 0 && !isAllowed(data['endpoint'] ?? '')) {
    const where =
      data['endpoint'] === undefined
        ? `data-${settings[0]}`
        : `data-endpoint="${data['endpoint']}"`;
    const fix = `add the endpoint to data-allow on the script tag, or use <${tag}> instead of the div`;
    reportConfigError(`<div data-clinic-widget="${tag}"> ${where} is ignored on a div: ${fix}`);
    if (data['endpoint'] !== undefined) return;
    for (const name of settings) delete data[name];
  }

  const hasPlainTag = (customElements.get(tag) as typeof ClinicElement | undefined)?.tag === tag;
  const element = document.createElement(hasPlainTag ? tag : alias(tag));
  Object.assign(element.dataset, data);
  element.append(...marker.childNodes);
  marker.append(element);
}

const markers = '[data-clinic-widget]';

/** Mounts the markers in a document, an element or an open shadow root, and those added to it later. */
function discover(root: Document | ShadowRoot | Element = document): void {
  mountAll(root);
  if (!watched.has(root)) {
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true });
  }
}

const watched = new WeakSet<Node>();

const mountAll = (root: Document | ShadowRoot | Element) => {
  if (root instanceof HTMLElement && root.matches(markers)) mount(root);
  for (const marker of root.querySelectorAll<HTMLElement>(markers)) mount(marker);
};

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node instanceof Element) mountAll(node);
});

/** `#clinic-newsletter-signup` → `newsletter-signup`. */
const tagInHash = (hash: string) =>
  hash.startsWith('#clinic-') ? tagOf(hash.slice(1)) : undefined;

/** Opens the widget that a clicked link points to; if this page has none, the link works as usual. */
function openLinked(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  const target = link && tagInHash(link.hash);
  if (!target || link.closest(ugc)) return;
  const { service } = link.dataset;
  const around = link.closest<ClinicElement>(tags.map((tag) => `${tag}, ${alias(tag)}`).join());
  const from = around instanceof ClinicElement ? around : undefined;
  const detail = {
    widget: from?.tag ?? target,
    instance: from?.instance ?? (link.id || target),
    target,
    ...(service && { service }),
  };
  if (!bus.emit('clinic-open', detail, link)) event.preventDefault();
}

/** Opens the widget in the page's URL when it is ready: `/book#clinic-appointment-form`. */
function openFromUrl(): void {
  const target = tagInHash(location.hash);
  if (!target) return;
  const stop = bus.on('clinic-ready', ({ widget, instance }) => {
    if (widget !== target) return;
    stop();
    bus.emit('clinic-open', { widget, instance, target });
  });
}

// This module is part of the main script (`withMain` in vite.config.ts), so no request is made for it.
void import('./config/clinic-config.js');
openFromUrl();
discover();
document.addEventListener('click', openLinked);

const global = globalThis as { clinicWidgets?: unknown };
global.clinicWidgets = Object.assign(plainObject(global.clinicWidgets), { bus, discover });
