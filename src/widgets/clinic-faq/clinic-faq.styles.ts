import { css } from '@lit/reactive-element';

/** Styles of the widget's shadow root. */
export const styles = css`
  /* No rule here is a container query; as a container, the widget would restyle all answers at each change. */
  :host {
    container-type: normal;
  }
  slot {
    display: block;
    max-inline-size: 48em;
  }
  [hidden] {
    display: none !important;
  }
  [part='heading'] {
    margin-block-end: calc(var(--_space) * 3);
  }
  [part='tools'] {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 3);
    max-inline-size: 48em;
    padding-block-end: calc(var(--_space) * 3);
  }
  [part='field'] {
    flex: 1 1 11em;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
  }
  [part='label'] {
    font-weight: 550;
  }
  [part='status'] {
    margin: 0;
    color: var(--_muted);
  }
  [part~='search'] {
    inline-size: 100%;
    min-block-size: var(--_target);
    margin-block-start: var(--_space);
    padding-inline: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
  }
  button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 550;
    text-decoration: underline;
    cursor: pointer;
  }
`;
