import { sendKeys } from '@web/test-runner-commands';

/** Presses a key of the real keyboard, where the focus is. */
export const press = (key: string) => sendKeys({ press: key });

/** Types text on the real keyboard. */
export const type = (text: string) => sendKeys({ type: text });

/** Presses a key while another is held down. */
export const chord = async (held: string, key: string) => {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
};
