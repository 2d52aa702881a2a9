import { cancelable, eventTypes, type ClinicEvents, type ClinicEventType } from './events.js';

/** Called with the frozen detail and the DOM event that carried it. */
export type ClinicListener<Type extends ClinicEventType> = (
  detail: ClinicEvents[Type],
  event: CustomEvent<ClinicEvents[Type]>,
) => void;

export interface ListenOptions {
  /** Ends the subscription when it aborts */
  signal?: AbortSignal;
  /** Also calls the listener, before `on` returns, with the last event of this kind if there was one */
  replay?: boolean;
}

/** A listener that emits its own kind again would go round for ever; nobody nests this deep on purpose. */
const deepest = 10;

const last: { [Type in ClinicEventType]?: CustomEvent<ClinicEvents[Type]> } = {};
let depth = 0;

/** Any script may dispatch any event: one without a detail is not ours and would throw in every listener. */
const hasDetail = ({ detail }: CustomEvent<unknown>) => typeof detail === 'object' && !!detail;

// Capture on the window comes before every listener, so that inside one `last` is already this event.
for (const type of eventTypes)
  globalThis.addEventListener?.(
    type,
    (event) => {
      if (hasDetail(event)) last[type] = event as never;
    },
    true,
  );

/** A copy nobody can change: what one listener is given, every later one is given too. */
const frozen = <Value>(value: Value): Value =>
  typeof value === 'object' && value
    ? (Object.freeze(
        Array.isArray(value)
          ? value.map((item: unknown) => frozen(item))
          : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, frozen(item)])),
      ) as Value)
    : value;

function listen<Type extends ClinicEventType>(
  type: Type,
  listener: ClinicListener<Type>,
  { signal, replay, once }: ListenOptions & { once?: boolean } = {},
): () => void {
  const heard = (event: CustomEvent<ClinicEvents[Type]>) => {
    if (!hasDetail(event)) return;
    if (once) stop();
    listener(event.detail, event);
  };
  const stop = () => document.removeEventListener(type, heard as EventListener);

  if (signal?.aborted) return stop;
  document.addEventListener(type, heard as EventListener, { signal });
  const before = last[type];
  if (replay && before)
    try {
      heard(before);
    } catch (error) {
      reportError(error);
    }
  return stop;
}

/**
 * The typed listener on `document`. Each listener is a DOM listener of its own: one that throws is reported by the
 * browser and stops nobody else, one added during an event hears the next.
 */
export const bus = {
  /** Listens until the returned function is called or `signal` aborts. */
  on: <Type extends ClinicEventType>(
    type: Type,
    listener: ClinicListener<Type>,
    options?: ListenOptions,
  ): (() => void) => listen(type, listener, options),

  /** Like `on`, for one event; with `replay` an event that has already been is that one. */
  once: <Type extends ClinicEventType>(
    type: Type,
    listener: ClinicListener<Type>,
    options?: ListenOptions,
  ): (() => void) => listen(type, listener, { ...options, once: true }),

  /** The detail of the last event of this kind since the script was loaded. */
  last: <Type extends ClinicEventType>(type: Type): ClinicEvents[Type] | undefined =>
    last[type]?.detail,

  /**
   * Dispatches an event, bubbling and composed, with a frozen copy of the detail.
   * @param from the widget that speaks; a page speaks from `document`
   * @returns false when a listener prevented it (`clinic-submit`, `clinic-open`)
   */
  emit<Type extends ClinicEventType>(
    type: Type,
    detail: ClinicEvents[Type],
    from: EventTarget = document,
  ): boolean {
    if (depth >= deepest) {
      reportError(new Error(`${type}: emitted from inside its own listeners, without end`));
      return true;
    }
    depth++;
    try {
      return from.dispatchEvent(
        new CustomEvent(type, {
          detail: frozen(detail),
          bubbles: true,
          composed: true,
          cancelable: cancelable[type],
        }),
      );
    } finally {
      depth--;
    }
  },
};
