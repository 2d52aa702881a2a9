import type { ReactiveController } from '@lit/reactive-element';
import type { FaqHost } from '../../faq-host.js';
import { assignIds } from './answer-ids.js';

const decode = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A page may contain a bare `%`.
    return fragment;
  }
};

/** Opens the answer that the fragment of the address (`#cost`) names, or that contains the element it names, and focuses it. */
export class DeepLinks implements ReactiveController {
  readonly #host: FaqHost;
  /** The fragment the page was opened with, until its answer is there or the visitor has opened another. */
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

  /** The visitor has chosen an answer: the address the page was opened with no longer counts. */
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
    // Answers may contain `<details>` of their own: those around it are opened too.
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
    // Following a fragment, the browser takes the focus away again, and rows that are laid out only near the screen move.
    const repeat = () => {
      if ([element, document.body].includes(document.activeElement as HTMLElement)) focus();
    };
    requestAnimationFrame(() => requestAnimationFrame(repeat));
  }

  /** A link to the address that the page is at already fires no `hashchange`. */
  readonly #onLinkClick = (event: Event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.hash && link.href === location.href && !event.defaultPrevented)
      this.#reveal(link.hash);
  };
}
