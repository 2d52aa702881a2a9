import { css } from '@lit/reactive-element';

/** Inside the widget's own root. */
export const styles = css`
  slot {
    display: block;
    max-inline-size: 48em;
  }
  ::slotted(details) {
    border-block-end: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
  }
  [part='heading'] {
    margin-block-end: calc(var(--_space) * 3);
  }
`;

/**
 * For the answers, which stay in the page's light DOM where readers, search engines and printers find them. Adopted once into the
 * root in which the widget stands; `:where` leaves the last word to the page.
 */
export const pageStyles = css`
  clinic-faq > details {
    :where(&) {
      border-block-end: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
    }
    > summary {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 4);
      min-block-size: 56px;
      padding-block: calc(var(--_space) * 3);
      font-weight: 550;
      cursor: pointer;
      list-style: none;
    }
    > summary::-webkit-details-marker {
      display: none;
    }
    > summary::before {
      content: '';
      flex: none;
      order: 1;
      inline-size: 0.6em;
      block-size: 0.6em;
      margin-inline: auto 0.3em;
      border-inline-end: 2px solid var(--_accent);
      border-block-end: 2px solid var(--_accent);
      transform: translateY(-25%) rotate(45deg);
      transition: transform 150ms;
    }
    &[open] > summary::before {
      transform: translateY(15%) rotate(225deg);
    }
    > summary:focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      border-radius: 4px;
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
    [data-clinic-open] {
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
  @media (prefers-reduced-motion: reduce) {
    clinic-faq > details > summary::before {
      transition: none;
    }
  }
`;
