import { css } from '@lit/reactive-element';

/** How a person goes on: links and buttons that look alike. */
export const waysStyles = css`
  [part='ways'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  [part='ways'] > * {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    padding-inline: calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_accent);
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
`;

export const styles = css`
  ${waysStyles}
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
  /* What was not found is put by as it is laid out: to take a thousand rows apart and make them anew would hold up the first letter. */
  @media not print {
    [data-put-by] {
      content-visibility: hidden;
      visibility: hidden;
      block-size: 0;
      /* For programs that look through a page for what can be seen. */
      visibility: hidden;
      @supports not (content-visibility: hidden) {
        display: none;
      }
    }
  }
`;
