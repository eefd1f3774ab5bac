/** Longer than between two letters of a word; so long a letter that does something waits for the next one. */
const REST_MS = 400

/** Longer than between two groups of a number that is read out: so long a figure waits for the next one, where somebody may be writing one down. */
const GROUP_MS = 3000

/**
 * What a key of the card does, once nothing is typed on. `step`: done as well as another key is pressed. `call`: so too, but never amid other figures where somebody may be writing a number
 * down. `ends`: never but alone. `field`: a figure right behind it goes into the field to which it leads.
 */
export type Manner = 'step' | 'call' | 'ends' | 'field'

/** Done as well as the next key leads away from the card. */
export const isOnTheWay = (manner: Manner): boolean => manner === 'step' || manner === 'call'

interface Pressed {
  readonly key: string
  /** Null: no key of the card. */
  readonly act: (() => void) | null
  readonly manner: Manner
}

const DIGIT = /^\d$/u
/** So many figures in a row, one of them twice, are a number that is told. */
const NUMBER_FROM = 4

/** Whether these keys, one behind the other, are words or a number and not presses of somebody who looks at the card. */
function isTyped(run: readonly Pressed[]): boolean {
  if (run.some(({ act }) => act === null)) return true
  const figures = run.filter(({ key }) => DIGIT.test(key))
  if (run.length - figures.length > 1) return true
  if (run.some(({ manner, key }, at) => !isOnTheWay(manner) && at < run.length - 1 && !DIGIT.test(key))) return true
  return figures.length >= NUMBER_FROM && new Set(figures.map(({ key }) => key)).size < figures.length
}

interface TypedOn {
  readonly write: (text: string) => void
  /** Whether somebody may be writing a number down beneath the card. */
  readonly isOverField: () => boolean
  /** Which keys were pressed and are not done yet. */
  readonly onWaiting: (keys: readonly string[]) => void
}

/**
 * Tells whoever looks at the card and presses its keys from whoever types on, not knowing that it has the keys: one letter ends no case, and what is typed is handed to `write`. Answers whether
 * the key was taken.
 */
export function makeTypedRun({ write, isOverField, onWaiting }: TypedOn) {
  let run: Pressed[] = []
  /** Longer than within a word nothing was pressed: what waits is a figure, which may begin a number. */
  let isResting = false
  /** What has been typed so far was words: so is what follows. */
  let isWriting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (waiting: Pressed[]) => {
    run = waiting
    isResting = false
    clearTimeout(timer)
    onWaiting(run.map(({ key }) => key))
  }
  const end = () => {
    wait([])
    isWriting = false
  }
  /** What waits is done now, or only what takes nothing away. False: nothing waits. */
  const settle = (isGiven: (manner: Manner) => boolean = () => true): boolean => {
    const waiting = run.filter(({ manner }) => isGiven(manner))
    end()
    for (const { act } of waiting) act?.()
    return waiting.length > 0
  }
  const rest = () => {
    if (!isOverField() || !run.every(({ key }) => DIGIT.test(key))) return void settle()
    isResting = true
    timer = setTimeout(settle, GROUP_MS - REST_MS)
  }
  const writeOn = () => {
    const text = run.map(({ key }) => key).join('')
    wait([])
    isWriting = true
    timer = setTimeout(end, REST_MS)
    write(text)
  }
  /** Nobody who looks at the card calls somebody amid other figures, in the time of one letter. */
  const isAmidFigures = (manner: Manner): boolean =>
    !isResting && run.length > 0 && isOverField() && [...run.map((each) => each.manner), manner].includes('call')
  return {
    end,
    settle,
    press: (key: string, act: (() => void) | null, manner: Manner = 'ends'): boolean => {
      const isFigure = DIGIT.test(key)
      if (run.length === 1 && run[0]?.manner === 'field' && isFigure) {
        settle()
        return false
      }
      // A key of the card that is no figure belongs to no number: the figures before it were pressed for themselves.
      if (isResting && act !== null && !isFigure) settle()
      const isNumber = isFigure && isAmidFigures(manner)
      wait([...run, { key, act, manner }])
      if (isWriting || isNumber || isTyped(run)) writeOn()
      else timer = setTimeout(rest, REST_MS)
      return true
    },
  }
}
