/**
 * Keeps what is typed from listeners of the page. A closed root hides the control, but `keydown.key` and `InputEvent.data` cross it:
 * a listener on `document` could rebuild every word, and hotkey scripts swallow letters because they see no input.
 *
 * One capturing listener on `window` per event that bears text stops it there when it comes from a shielded host; the browser's own
 * editing goes on. Keys with a name (Tab, Escape, Enter, arrows) and shortcuts pass. What a listener on `window` sees that was there
 * before us is the residue of any inline form.
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
 * @param entered called in place of the `input` event that was stopped; which control it came from is not told, because the closed
 * root hides it and autofill fills several at once
 */
export const shield = (host: EventTarget, entered: () => void) => void hosts.set(host, entered);

// Raised as soon as the script runs, not with the first form: whoever comes to the window after us hears nothing.
for (const type of bearers) window.addEventListener(type, stop, { capture: true });
