import type { CDPSession, Page } from '@playwright/test'

/** A Chinese input method at the page: composes, is interrupted by keys of its own, and commits. */
export interface InputMethod {
  /** Shows these letters under the underline, as after the last of them was typed. */
  compose(text: string): Promise<void>
  /** A key the input method takes for itself: the page sees its name, but keyCode 229. */
  ownKey(key: string, modifiers?: { ctrl?: true }): Promise<void>
  /** A key pressed while text is being composed that reaches the page with its real code. */
  passedKey(key: string, code: number, modifiers?: { ctrl?: true }): Promise<void>
  /** Puts the chosen candidate in the text and ends the composition. */
  commit(text: string): Promise<void>
  /** Takes the composition back: nothing is left of it. */
  abandon(): Promise<void>
}

export async function inputMethodOf(page: Page): Promise<InputMethod> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const send = (type: 'rawKeyDown' | 'keyUp', key: string, keyCode: number, ctrl = false) =>
    session.send('Input.dispatchKeyEvent', {
      type,
      key,
      code: key,
      windowsVirtualKeyCode: keyCode,
      modifiers: ctrl ? 2 : 0,
    })
  // rawKeyDown types nothing by itself, as a key that the input method has eaten.
  const strike = async (key: string, keyCode: number, ctrl?: boolean) => {
    await send('rawKeyDown', key, keyCode, ctrl)
    await send('keyUp', key, keyCode, ctrl)
  }
  const show = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  return {
    compose: async (text) => {
      await strike('Process', 229)
      await show(text)
    },
    ownKey: (key, { ctrl } = {}) => strike(key, 229, ctrl),
    passedKey: (key, code, { ctrl } = {}) => strike(key, code, ctrl),
    commit: async (text) => void (await session.send('Input.insertText', { text })),
    abandon: async () => void (await show('')),
  }
}
