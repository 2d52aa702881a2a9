import { css } from '@lit/reactive-element';

export const styles = css`
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 5);
    max-inline-size: var(--_width);
  }
  form {
    gap: calc(var(--_space) * 4);
  }
`;
