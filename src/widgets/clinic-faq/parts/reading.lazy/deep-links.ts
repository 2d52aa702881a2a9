import type { ReactiveController } from '@lit/reactive-element';
import type { FaqHost } from '../../faq-host.js';
import { assignIds } from './answer-ids.js';

const decode = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // The address may contain a bare `%`.
    return fragment;
  }
};

/**
 * Opens and focuses the answer named by the fragment of the address (`#cost`), or the one that
 * contains the named element.
 */
export class DeepLinks implements ReactiveController {
  readonly #host: FaqHost;
  /** The initial fragment, until its answer is found or the visitor opens another. */
  #initialHash = location.hash;
  #connection?: AbortController;

  constructor(host: FaqHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.hostUpdated();
    const { signal } = (this.#connection = new AbortController());
    window.addEventListener('hashchange', () => this.#reveal(location.hash), { signal });
    document.addEventListener('click', this.#onLinkClick, { signal });
  }

  hostDisconnected() {
    this.#connection?.abort();
  }

  /** Answers may have been added. */
  hostUpdated() {
    assignIds(this.#host);
    if (document.readyState === 'loading') return;
    if (this.#initialHash && this.#reveal(this.#initialHash)) this.#initialHash = '';
  }

  /** Called when the visitor has chosen an answer: the initial fragment no longer applies. */
  dropInitialHash(): void {
    this.#initialHash = '';
  }

  /** @returns whether the fragment names something inside this FAQ */
  #reveal(hash: string): boolean {
    const id = decode(hash.slice(1));
    if (!id) return false;
    const target = (this.#host.getRootNode() as Document).getElementById(id);
    const details = target?.closest('details');
    if (!details || !this.#host.contains(details)) return false;
    this.#host.endSearch();
    // Answers may contain nested `<details>`: open all ancestors too.
    for (
      let around: HTMLDetailsElement | null | undefined = details;
      around;
      around = around.parentElement?.closest('details')
    )
      around.open = true;
    this.#focus((details === target && details.querySelector('summary')) || target!);
    return true;
  }

  #focus(element: HTMLElement) {
    if (element.tabIndex < 0) element.tabIndex = -1;
    const focus = () => {
      element.scrollIntoView();
      element.focus({ preventScroll: true });
    };
    focus();
    // When following a fragment, the browser removes the focus again, and rows with
    // `content-visibility: auto` change their position.
    const repeat = () => {
      if ([element, document.body].includes(document.activeElement as HTMLElement)) focus();
    };
    requestAnimationFrame(() => requestAnimationFrame(repeat));
  }

  /** A link to the current address fires no `hashchange`. */
  readonly #onLinkClick = (event: Event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.hash && link.href === location.href && !event.defaultPrevented)
      this.#reveal(link.hash);
  };
}
