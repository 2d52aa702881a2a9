import { css, type CSSResult } from '@lit/reactive-element';

/** Inside the widget's own root. */
export const styles = css`
  /* Nothing here asks for the width of a container; as one, it would style all answers anew at each change. */
  :host {
    container-type: normal;
  }
  slot {
    display: block;
    max-inline-size: 48em;
  }
  [hidden] {
    display: none !important;
  }
  [part='heading'] {
    margin-block-end: calc(var(--_space) * 3);
  }
  [part='tools'] {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 3);
    max-inline-size: 48em;
    padding-block-end: calc(var(--_space) * 3);
  }
  [part='field'] {
    flex: 1 1 11em;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
  }
  [part='label'] {
    font-weight: 550;
  }
  [part='status'] {
    margin: 0;
    color: var(--_muted);
  }
  [part~='search'] {
    flex: 1 0 100%;
    min-block-size: var(--_target);
    margin-block-start: var(--_space);
    padding-inline: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
  }
  button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 550;
    text-decoration: underline;
    cursor: pointer;
  }
`;

/** Gives a sheet to the root in which an element stands, once. */
export function adoptInto(element: Element, { styleSheet }: CSSResult): void {
  const { adoptedStyleSheets } = element.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
}

/**
 * For the answers, which stay in the page's light DOM where readers, search engines and printers find them. Adopted once into the
 * root in which the widget stands; `:where` leaves the last word to the page.
 */
export const pageStyles = css`
  clinic-faq > details {
    :where(&) {
      border-block-end: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
    }
    /* A long list is laid out as far as it is seen. */
    &:nth-child(n + 100) {
      content-visibility: auto;
      contain-intrinsic-size: auto 57px;
    }
    > summary {
      position: relative;
      padding-block: max(var(--_space) * 3, (56px - 1lh) / 2);
      padding-inline-end: 2.5em;
      font-weight: 550;
      cursor: pointer;
      list-style: none;
      /* One in another script reads in its own direction; so do answers, by the sheet of the readers. */
      unicode-bidi: plaintext;
      > * {
        display: inline;
        font: inherit;
      }
    }
    > summary::-webkit-details-marker {
      display: none;
    }
    > summary::before {
      content: '';
      position: absolute;
      inset-inline-end: 0.4em;
      inset-block-start: calc(50% - 0.3em);
      inline-size: 0.6em;
      block-size: 0.6em;
      border-inline-end: 2px solid var(--_accent);
      border-block-end: 2px solid var(--_accent);
      transform: translateY(-25%) rotate(45deg);
    }
    &[open] > summary::before {
      transform: translateY(15%) rotate(225deg);
    }
    > :not(summary) {
      max-inline-size: 65ch;
    }
    > summary + * {
      margin-block-start: 0;
    }
    > :last-child:not(summary) {
      margin-block-end: calc(var(--_space) * 6);
    }
  }
  clinic-faq > :is(br, p:empty) {
    display: none;
  }
`;
