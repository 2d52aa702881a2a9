import { css } from '@lit/reactive-element';

/** Styles of the widget's shadow root. */
export const styles = css`
  @media print {
    [part='tools'],
    [part='none'] {
      display: none !important;
    }
    slot[hidden] {
      display: block !important;
    }
  }
`;

/**
 * Styles of the answers that are not needed before a visitor reads, searches or prints. No rule
 * matches every row, so that a long list is not restyled when this sheet is added.
 */
export const readerStyles = css`
  clinic-faq {
    @media (prefers-reduced-motion: no-preference) {
      > details:is(:hover, :focus-within) > summary::before {
        transition: transform 150ms;
      }
    }
    > details[open] > :is(p, div),
    > details[open] > ul > li {
      unicode-bidi: plaintext;
    }
    /* WordPress adds these between lines. */
    > details > :is(br:first-of-type, p:empty) {
      display: none;
    }
    > details > summary:focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      border-radius: 4px;
    }
    /* Rows with content-visibility clip at their edge, so their focus ring is drawn inside. */
    > details:nth-child(n + 100) > summary:focus-visible {
      outline-offset: -3px;
    }
    > details > [data-clinic-foot] {
      min-block-size: var(--_target);
      max-inline-size: none;
      margin-block-end: calc(var(--_space) * 3);
    }
    > details > [data-clinic-reviewed] {
      color: var(--_muted);
      font-size: 0.875em;
    }
    > details [data-clinic-open] {
      min-block-size: max(44px, var(--_target));
      padding: calc(var(--_space) * 2) calc(var(--_space) * 5);
      border: var(--_border-width) solid var(--_accent);
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
  }
  :where([slot='clinic-faq-found'], [slot='clinic-faq-found'] *)::highlight(clinic-faq) {
    background: Mark;
    color: MarkText;
  }
  @media print {
    clinic-faq > details {
      content-visibility: visible !important;
      &::details-content {
        display: block !important;
        content-visibility: visible !important;
      }
      > [data-clinic-foot],
      > summary::before {
        display: none;
      }
    }
  }
`;
