import { css } from '@lit/reactive-element';

export const styles = css`
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
  }
  .part {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
  }
  section {
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  .part > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.125em;
  }
  .part > .hint {
    margin-block-start: calc(var(--_space) * -2);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    gap: calc(var(--_space) * 4);
    align-items: end;
  }
  .pair.long {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
  }
  /* A number must be seen whole to be compared; that of a group is short. */
  .ids {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4) calc(var(--_space) * 3);
    align-items: end;
  }
  .ids > * {
    flex: 2 1 7em;
  }
  .ids > :first-child {
    flex: 3 1 10em;
  }
  .dates {
    flex-wrap: nowrap;
  }
  /* Two beside each other, on a phone too: much is asked here, and the answers are short. */
  .cells {
    grid-template-columns: repeat(auto-fit, minmax(max(8em, 40%), 1fr));
  }
  @container (max-width: 32em) {
    .cells .cell {
      gap: calc(var(--_space) * 2);
      padding-inline: calc(var(--_space) * 2);
      font-size: 0.9375em;
      line-height: 1.3;
      hyphens: auto;
      overflow-wrap: anywhere;
    }
  }
  .cells > .box {
    justify-content: end;
  }
  /* Nothing is said yet: it takes no room, but is there to be heard. */
  .silent {
    margin-block-start: calc(var(--_space) * -6);
  }
`;
