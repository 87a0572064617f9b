import { sendKeys } from '@web/test-runner-commands';

/** Types a word at a time: the test runner gives a command twenty seconds, however long the text and slow the machine. */
export async function typeText(text: string): Promise<void> {
  for (const word of text.split(/(?<= )/)) await sendKeys({ type: word });
}
