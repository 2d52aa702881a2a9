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
  /* What is chosen stands above as a photo: the browser's own "no file chosen" would deny it. */
  .photo ~ input[type='file'] {
    color: transparent;
  }
  .camera {
    position: relative;
    justify-content: center;
    color: var(--_accent);
    font-weight: 600;
  }
  .camera:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .camera input {
    position: absolute;
    inset: 0;
    min-block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  input[type='file'] {
    line-height: 2;
  }
  input[type='file']::file-selector-button {
    font: inherit;
    font-weight: 600;
    color: var(--_accent);
    background: none;
    border: 0;
    padding: 0;
    margin-inline-end: calc(var(--_space) * 3);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
`;
