/**
 * Hides typed text from the page's listeners. A closed root hides the control, but `keydown.key`
 * and `InputEvent.data` are composed: a listener on `document` could rebuild every word. Hotkey
 * scripts would also swallow letters, because they see no input.
 *
 * For each event type that carries text, one capturing listener on `window` stops events from
 * shielded hosts. The browser's own editing still works. Named keys (Tab, Escape, Enter, arrows)
 * and shortcuts pass. Listeners that were added to `window` earlier still see the events; this
 * cannot be prevented for an inline form.
 */
const bearers = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
] as const;

const hosts = new WeakMap<EventTarget, () => void>();

const typed = (event: Event): boolean =>
  !(event instanceof KeyboardEvent) ||
  (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey);

const stop = (event: Event) => {
  const entered = event.target ? hosts.get(event.target) : undefined;
  if (!entered || !typed(event)) return;
  event.stopImmediatePropagation();
  if (event.type === 'input') entered();
};

/**
 * Shields a host.
 *
 * @param entered called in place of the stopped `input` event. It is not told the control: the
 * closed root hides it, and autofill fills several at once
 */
export const shield = (host: EventTarget, entered: () => void) => void hosts.set(host, entered);

// Added when the script runs, not with the first form: listeners added to `window` later get no
// events.
for (const type of bearers) window.addEventListener(type, stop, { capture: true });
