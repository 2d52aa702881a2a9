import { cancelable, eventTypes, type ClinicEvents, type ClinicEventType } from './events.js';

/** Called with the event's frozen detail and the DOM event itself. */
export type ClinicListener<Type extends ClinicEventType> = (
  detail: ClinicEvents[Type],
  event: CustomEvent<ClinicEvents[Type]>,
) => void;

/** Options of `bus.on` and `bus.once`. */
export interface ListenOptions {
  /** Ends the subscription when it aborts */
  signal?: AbortSignal;
  /** Also calls the listener with the last event of this type, if there was one, before `on` returns */
  replay?: boolean;
}

/** Maximum nesting of events emitted by listeners: one that emits its own event would never end. */
const maxDepth = 10;

const last: { [Type in ClinicEventType]?: CustomEvent<ClinicEvents[Type]> } = {};
let depth = 0;

/**
 * Any script can dispatch an event of this name. One without a detail would throw in every
 * listener, so it is ignored.
 */
const hasDetail = ({ detail }: CustomEvent<unknown>) => typeof detail === 'object' && !!detail;

// A capturing listener on the window runs first, so in every listener `bus.last` is already this event.
for (const type of eventTypes)
  globalThis.addEventListener?.(
    type,
    (event) => {
      if (hasDetail(event)) last[type] = event as never;
    },
    true,
  );

/** A frozen deep copy: all listeners receive the same detail, so none may change it. */
const freezeCopy = <Value>(value: Value): Value =>
  typeof value === 'object' && value
    ? (Object.freeze(
        Array.isArray(value)
          ? value.map((item: unknown) => freezeCopy(item))
          : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, freezeCopy(item)])),
      ) as Value)
    : value;

function listen<Type extends ClinicEventType>(
  type: Type,
  listener: ClinicListener<Type>,
  { signal, replay, once }: ListenOptions & { once?: boolean } = {},
): () => void {
  const handler = (event: CustomEvent<ClinicEvents[Type]>) => {
    if (!hasDetail(event)) return;
    if (once) stop();
    listener(event.detail, event);
  };
  const stop = () => document.removeEventListener(type, handler as EventListener);

  if (signal?.aborted) return stop;
  document.addEventListener(type, handler as EventListener, { signal });
  const latest = last[type];
  if (replay && latest)
    try {
      handler(latest);
    } catch (error) {
      reportError(error);
    }
  return stop;
}

/**
 * Typed access to the widgets' events on `document`. Each listener is a DOM listener of its own: an error in one is reported by the browser
 * and doesn't affect the others; one that is added during an event is first called for the next.
 */
export const bus = {
  /** Calls the listener for every event until the returned function is called or `signal` aborts. */
  on: <Type extends ClinicEventType>(
    type: Type,
    listener: ClinicListener<Type>,
    options?: ListenOptions,
  ): (() => void) => listen(type, listener, options),

  /** Like `on`, but for one event only; with `replay`, a past event counts. */
  once: <Type extends ClinicEventType>(
    type: Type,
    listener: ClinicListener<Type>,
    options?: ListenOptions,
  ): (() => void) => listen(type, listener, { ...options, once: true }),

  /** The detail of the last event of this type since the script loaded; undefined if there was none. */
  last: <Type extends ClinicEventType>(type: Type): ClinicEvents[Type] | undefined =>
    last[type]?.detail,

  /**
   * Dispatches an event, bubbling and composed, with a frozen copy of the detail.
   * @param from where the event is dispatched: the widget, or `document` for a page
   * @returns false if a listener prevented it (`clinic-submit`, `clinic-open`)
   */
  emit<Type extends ClinicEventType>(
    type: Type,
    detail: ClinicEvents[Type],
    from: EventTarget = document,
  ): boolean {
    if (depth >= maxDepth) {
      reportError(new Error(`${type}: emitted from inside its own listeners, without end`));
      return true;
    }
    depth++;
    try {
      return from.dispatchEvent(
        new CustomEvent(type, {
          detail: freezeCopy(detail),
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
