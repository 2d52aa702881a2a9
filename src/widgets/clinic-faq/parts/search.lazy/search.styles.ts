import { css } from '@lit/reactive-element';
import { contactStyles } from '../contact-options/contact-options.styles.js';

export const styles = css`
  [part='none'] {
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 45%, transparent);
  }
  [part='none'] p {
    margin: 0 0 calc(var(--_space) * 3);
  }
  slot[name] + div {
    block-size: 1px;
  }
  /* Questions that were not found are hidden but stay laid out: laying out a thousand rows anew would delay the first letter. */
  @media not print {
    [data-set-aside] {
      content-visibility: hidden;
      block-size: 0;
      /* For programs that look through a page for what is visible. */
      visibility: hidden;
      @supports not (content-visibility: hidden) {
        display: none;
      }
    }
  }
  ${contactStyles}
`;
