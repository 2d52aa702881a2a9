import { css, type CSSResult } from '@lit/reactive-element';

/** Adds a style sheet, once, to the document or shadow root that contains an element. */
export function adoptAround(element: Element, { styleSheet }: CSSResult): void {
  const { adoptedStyleSheets } = element.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
}

/**
 * Styles of the answers, which stay in the page's light DOM for screen readers, search engines and
 * printing. `:where` gives any rule of the page precedence.
 */
export const answerStyles = css`
  clinic-faq > details {
    :where(&) {
      border-block-end: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
    }
    /* Of a long list, only the rows near the screen are laid out. */
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
      /* A question in another script runs in its own direction. For answers, readerStyles says so. */
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
      border: solid var(--_accent);
      border-width: 0 2px 2px 0;
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
