import { css } from '@lit/reactive-element';

/**
 * Styles of a form and its fields before use. Those of errors and of sending are loaded later, with
 * `form/validation.lazy` and `form/submission.lazy`.
 */
export const formStyles = css`
  p {
    margin: 0;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  .unseen:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 6);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-decoration: none;
    transition: opacity 150ms;
  }
  .button:hover {
    opacity: 0.9;
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.85;
  }
  .quiet {
    align-self: flex-start;
    min-block-size: var(--_target);
    padding: 0 calc(var(--_space) * 2);
    margin-inline-start: calc(var(--_space) * -2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  form {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
    margin: 0;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 1.5);
  }
  fieldset.field {
    display: block;
  }
  fieldset.field > * + * {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  /* In a flex column WebKit first counts the height of a legend twice, and the page jumps at the next layout; not so where it floats. */
  fieldset.field > legend {
    float: left;
    inline-size: 100%;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  fieldset.field > legend + * {
    clear: both;
    margin-block-start: 0;
  }
  .label {
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: var(--_text);
    background: var(--_field);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    margin: 0;
  }
  :is(input, select, textarea):focus-visible {
    border-radius: var(--_radius);
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  select {
    text-overflow: ellipsis;
  }
  textarea {
    resize: vertical;
    min-block-size: calc(var(--_target) * 2.25);
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: calc(var(--_space) * 2);
  }
  .cell {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    cursor: pointer;
  }
  .cell:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .cell small {
    display: block;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .consent {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_target);
    padding-block: calc(var(--_space) * 2);
    font-size: 0.875em;
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: end;
  }
  .row > * {
    flex: 1 1 9em;
    min-inline-size: 0;
  }
  .row > .narrow {
    flex: 0 1 5.5em;
  }
  .row > .wide {
    flex: 0 1 8em;
  }
  .box {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    font-size: 0.9375em;
  }
  .actions {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
  }
  .status:empty {
    display: none;
  }
  @container (min-width: 32em) {
    .actions .button {
      align-self: flex-start;
      min-inline-size: 12em;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .cell:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
