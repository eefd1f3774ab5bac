/** Longer than between two letters of a word; so long a letter that does something waits for the next one. */
const REST_MS = 400

/**
 * What a key of the card does, once nothing is typed on. `step`: done as well as another key is pressed. `ends`: never but then. `field`: a figure right behind it goes into the field to
 * which it leads.
 */
export type Manner = 'step' | 'ends' | 'field'

interface Pressed {
  readonly key: string
  /** Null: no key of the card. */
  readonly act: (() => void) | null
  readonly manner: Manner
}

const DIGIT = /^\d$/u
/** So many figures in a row, one of them twice, are a number that is told. */
const NUMBER_FROM = 4

/** Whether these keys, one right behind the other, are words or a number and not presses of somebody who looks at the card. */
function isTyped(run: readonly Pressed[]): boolean {
  if (run.some(({ act }) => act === null)) return true
  const figures = run.filter(({ key }) => DIGIT.test(key))
  if (run.length - figures.length > 1) return true
  if (run.some(({ manner, key }, at) => manner !== 'step' && at < run.length - 1 && !DIGIT.test(key))) return true
  return figures.length >= NUMBER_FROM && new Set(figures.map(({ key }) => key)).size < figures.length
}

/**
 * Tells whoever looks at the card and presses its keys from whoever types on, not knowing that it has the keys: one letter ends no case, and what is typed is handed to `write`. Answers whether
 * the key was taken.
 */
export function makeTypedRun(write: (text: string) => void) {
  let run: Pressed[] = []
  /** What has been typed so far was words: so is what follows. */
  let isWriting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    run = []
    isWriting = false
  }
  /** What waits is done now, or only what takes nothing away. False: nothing waits. */
  const settle = (isGiven: (manner: Manner) => boolean = () => true): boolean => {
    const waiting = run.filter(({ manner }) => isGiven(manner))
    end()
    for (const { act } of waiting) act?.()
    return waiting.length > 0
  }
  const writeOn = () => {
    const text = run.map(({ key }) => key).join('')
    run = []
    isWriting = true
    clearTimeout(timer)
    timer = setTimeout(end, REST_MS)
    write(text)
  }
  return {
    end,
    settle,
    press: (key: string, act: (() => void) | null, manner: Manner = 'ends'): boolean => {
      const leads = run.length === 1 && run[0]?.manner === 'field' && DIGIT.test(key)
      if (leads) {
        settle()
        return false
      }
      run.push({ key, act, manner })
      if (isWriting || isTyped(run)) {
        writeOn()
        return true
      }
      clearTimeout(timer)
      timer = setTimeout(settle, REST_MS)
      return true
    },
  }
}
