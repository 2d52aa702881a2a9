import { css } from '@lit/reactive-element';

export const styles = css`
  .photo {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: center;
  }
  .photo canvas {
    max-inline-size: 8em;
    max-block-size: 6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .photo div {
    flex: 1 1 8em;
  }
  .photo .quiet {
    text-align: start;
  }
`;
