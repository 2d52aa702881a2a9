import { ClosedPart } from '../../element/closed-part.js';
import { updateAfterPointer } from '../../form/index.js';
import type { SlotController } from './slot-controller.js';
import { styles } from './slot-picker.styles.js';
import type { SlotWords } from './slot-time-format.js';

/** Base class of the elements that show the available times and the chosen one. */
export abstract class SlotPart extends ClosedPart {
  static override partStyles = styles;
  static override properties = { slots: { attribute: false } };

  /** The controller of the surrounding widget */
  declare slots?: SlotController;
  /** Whether it shows a countdown and is updated once a second */
  protected readonly ticks: boolean = false;
  #watched?: SlotController | undefined;
  #unwatch?: (() => void) | undefined;

  protected override get words(): SlotWords | undefined {
    return this.slots?.words;
  }

  protected override scheduleUpdate() {
    return updateAfterPointer(() => super.scheduleUpdate());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#watched = undefined;
  }

  protected override willUpdate() {
    const { slots } = this;
    if (!slots || slots === this.#watched || !this.isConnected) return;
    this.#unwatch?.();
    this.#watched = slots;
    this.#unwatch = slots.watch((isTick) => {
      if (!isTick || this.ticks) this.requestUpdate();
    });
  }
}
