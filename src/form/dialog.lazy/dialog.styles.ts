import { css } from '@lit/reactive-element';

/** Styles of the button and the dialog. */
export const styles = css`
  :host(:is(:state(dialog), :state(floating))) {
    padding: 0;
    background: none;
    container-type: normal;
  }
  :host(:state(floating)) {
    position: fixed;
    z-index: 9999;
    inset-block-end: max(calc(var(--_space) * 4), env(safe-area-inset-bottom));
    inset-inline-end: max(
      calc(var(--_space) * 4),
      env(safe-area-inset-right),
      env(safe-area-inset-left)
    );
    max-inline-size: calc(100vw - var(--_space) * 8);
    transition: opacity 150ms;
  }
  :host(:state(floating)) [part='open'] {
    box-shadow: var(--clinic-shadow, 0 2px 10px rgb(0 0 0 / 0.25));
  }
  :host(:state(floating):state(aside)) {
    opacity: 0;
    pointer-events: none;
  }
  dialog {
    container-type: inline-size;
    inline-size: calc(var(--_width) + var(--_space) * 16);
    max-inline-size: calc(100vw - var(--_space) * 8);
    max-block-size: calc(100dvh - var(--_space) * 8);
    padding: 0 calc(var(--_space) * 8) calc(var(--_space) * 8);
    border: 0;
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_text);
    background: linear-gradient(var(--_surface), var(--_surface)) Canvas;
    box-shadow: var(--clinic-shadow, 0 8px 40px rgb(0 0 0 / 0.3));
    overscroll-behavior: contain;
    scroll-padding-block: calc(var(--_target) + var(--_space) * 2) calc(var(--_space) * 4);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .top {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: flex-end;
    margin-inline: calc(var(--_space) * -5);
    block-size: calc(var(--_target) + var(--_space) * 2);
    pointer-events: none;
  }
  .close {
    pointer-events: auto;
    inline-size: var(--_target);
    block-size: var(--_target);
    margin-block-start: calc(var(--_space) * 2);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: Canvas;
    color: var(--_muted);
  }
  .close::before {
    content: '✕' / '';
    font-size: 1.125em;
  }
  .close:hover {
    color: var(--_text);
  }
  @media (max-width: 40em) {
    dialog {
      inline-size: 100vw;
      max-inline-size: none;
      block-size: 100dvh;
      max-block-size: none;
      margin: 0;
      border-radius: 0;
      padding-inline: calc(var(--_space) * 4);
      padding-block-end: max(calc(var(--_space) * 6), env(safe-area-inset-bottom));
    }
    .top {
      margin-inline: calc(var(--_space) * -2);
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
    .close {
      border: 1px solid ButtonText;
    }
  }
  @media print {
    :host(:state(floating)) {
      display: none !important;
    }
  }
`;

/**
 * For the page while a dialog is open. A style sheet, because changes to the page's inline styles
 * could remain if they are not undone.
 */
export const still = css`
  html {
    overflow: hidden !important;
  }
`;

/** Added if the page has a scrollbar, to keep the layout from shifting when it disappears. */
export const gutter = css`
  html {
    scrollbar-gutter: stable;
  }
`;
