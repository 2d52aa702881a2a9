import { css } from '@lit/reactive-element';

/**
 * Styles of errors and the error summary, loaded with the validation because they are not needed
 * before.
 */
export const styles = css`
  .field.invalid {
    padding-inline-start: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_error);
  }
  .error {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_error);
    font-weight: 600;
  }
  .error::before {
    content: '!' / '';
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin-block-start: 0.05em;
    border: 2px solid currentColor;
    border-radius: 50%;
    font-size: 0.875em;
    line-height: 1.25em;
    text-align: center;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 2px;
  }
  .summary {
    padding: calc(var(--_space) * 4);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .summary h2,
  .summary h3,
  .summary h4,
  .summary h5,
  .summary h6 {
    font-size: 1.125em;
  }
  .summary ul {
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    list-style: none;
  }
  .summary button,
  .summary li {
    color: var(--_error);
    font-weight: 600;
    text-align: start;
  }
  .summary button {
    min-block-size: 32px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
`;
