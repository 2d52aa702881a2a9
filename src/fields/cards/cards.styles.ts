import { css } from '@lit/reactive-element';

export const styles = css`
  .photo {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: center;
  }
  .photo canvas {
    max-inline-size: 10em;
    max-block-size: 7em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .photo div {
    flex: 1 1 9em;
  }
`;
