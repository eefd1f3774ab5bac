import { useLayoutEffect, useRef, useState } from 'react'
import type { Version } from '../../shared/contract/versions.ts'
import { type Say, textsOf } from '../lib/i18n.ts'
import { useSeen } from '../lib/use-seen.ts'
import { useStable } from '../lib/use-stable.ts'
import { dismissNotice, notify } from './notices.ts'

// Words typed are never dropped: Esc, a click beside, another page, the way back or another ticket take a form away, and what was
// changed in it waits, which is said, until the same form is opened again. Only who cancels or is done means to forget it.

/** What was changed in forms that were left; gone with the window. */
const left = new Map<string, object>()

export const forgetLeftForms = (): void => left.clear()

/** What was changed in each form that is open, and which form that is; null: what waits in a store. */
const open = new Map<() => object | null, string | null>()

/** Of a store whose changes outlive their screen: `changed` answers what is not saved yet, null when nothing is. */
export const holdChanges = (changed: () => object | null): void => void open.set(changed, null)

/** Has the shell ask before a window closes or loads again over words of forms. Returns the way to stop. */
export function holdWindowOverForms(): () => void {
  const hold = (event: BeforeUnloadEvent) => {
    if (left.size > 0 || [...open.keys()].some((typed) => typed() !== null)) event.preventDefault()
  }
  window.addEventListener('beforeunload', hold)
  return () => window.removeEventListener('beforeunload', hold)
}

/** The notice that says so, of each form that was left. */
const told = new Map<string, number>()

/**
 * Lets what was `typed` (null: nothing) wait when the form goes; `name` is what the form is called on the screen. Where it `goesOn`,
 * the next words come into it after those that were taken.
 */
function useLeft(form: string, typed: () => object | null, name: Say, goesOn = false) {
  const stage = useRef<'open' | 'sending' | 'over'>('open')
  const say = () =>
    told.set(form, notify({ tone: 'info', title: () => textsOf('common')('form.left', { form: name() }) }))
  /** Of an answer that came late: the same form may stand open again, here or on another page, with the words in it. */
  const sayUnlessOpen = () => {
    if (![...open.values()].includes(form)) say()
  }
  const kept = useStable(() => (stage.current === 'over' ? null : typed()))
  const goes = useStable(() => {
    left.delete(form)
    const words = kept()
    if (words === null) return
    left.set(form, words)
    if (stage.current === 'open') say()
  })
  // Before a page that goes closes its forms: by then nobody could tell this from a cancel.
  useLayoutEffect(() => {
    // Where it is open again, the words stand there themselves.
    dismissNotice(told.get(form) ?? -1)
    open.set(kept, form)
    return () => {
      open.delete(kept)
      goes()
    }
  }, [goes, kept, form])
  const forget = () => {
    stage.current = 'over'
    left.delete(form)
  }
  /** What was sent is done. What was typed on before the form was left waits for it to be opened again. */
  const goOnWithout = (sent: object | null) => {
    const words = left.get(form)
    const rest = words === undefined || sent === null ? null : restOf(words, sent)
    if (rest === null) return void left.delete(form)
    left.set(form, rest)
    sayUnlessOpen()
  }
  return {
    /** Done: the words are not wanted any more. */
    forget,
    /** For the button that cancels: the words go, then the form. */
    cancelling: (close: () => void) => () => {
      forget()
      close()
    },
    /** Waits for the answer to what the form sends: taken, its words are forgotten; refused, they stay, also when it was left meanwhile. */
    send: async <Answer>(asked: Promise<Answer>, isTaken = (answer: Answer) => answer === true): Promise<Answer> => {
      stage.current = 'sending'
      const sent = kept()
      let isDone = false
      try {
        const answer = await asked
        isDone = isTaken(answer)
        return answer
      } finally {
        stage.current = 'open'
        if (isDone && goesOn) goOnWithout(sent)
        else if (isDone) forget()
        else if (left.has(form)) sayUnlessOpen()
      }
    },
  }
}

/** What the words say beyond what of them was sent; null: nothing. */
function restOf(words: object, sent: object): object | null {
  if (JSON.stringify(words) === JSON.stringify(sent)) return null
  const fields = Object.entries(words).map(([field, now]): [string, unknown] => {
    const before: unknown = (sent as Record<string, unknown>)[field]
    return [field, typeof now === 'string' && typeof before === 'string' ? restOfText(now, before) : now]
  })
  return Object.fromEntries(fields)
}

/** What was typed behind what was sent; words that are others altogether stay whole. */
export const restOfText = (now: string, sent: string): string => (now.startsWith(sent) ? now.slice(sent.length) : now)

/** The fields the person changed, null when each is as it was. */
function changedIn<Fields extends object>(fields: Partial<Fields>, now: Fields): Partial<Fields> | null {
  const isOther = ([field, value]: [string, unknown]) =>
    JSON.stringify(now[field as keyof Fields]) !== JSON.stringify(value)
  const changed = Object.entries(fields).filter(isOther)
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<Fields>)
}

export type LeftForm<Fields extends object> = ReturnType<typeof useLeftForm<Fields>>

/** The fields of a form called `form`: what the person touched is theirs, the rest is as it is `now`. It `goesOn` where it stays open once it is sent. */
export function useLeftForm<Fields extends object>(form: string, now: Fields, name: Say, goesOn = false) {
  const [begun] = useState(() => left.get(form) as Partial<Fields> | undefined)
  const [mine, setMine] = useState<Partial<Fields>>(begun ?? {})
  const ways = useLeft(form, () => changedIn(mine, now), name, goesOn)
  return {
    ...ways,
    fields: { ...now, ...mine },
    isChanged: changedIn(mine, now) !== null,
    change: (part: Partial<Fields>) => setMine((before) => ({ ...before, ...part })),
  }
}

/** The same of a thing that others change too: its words come back with the version they went out from. */
export function useLeftSeen<Fields extends object>(
  form: string,
  version: Version,
  now: Fields,
  name: Say,
  goesOn = false,
  together?: (before: Fields, mine: Partial<Fields>, now: Fields) => Partial<Fields>,
) {
  type Begun = { fields: Partial<Fields>; version: Version; before: Fields }
  const [begun] = useState(() => left.get(form) as Begun | undefined)
  const seen = useSeen(version, now, begun, together)
  const typed = (): Begun | null => {
    const fields = changedIn(seen.mine, now)
    return fields && { fields, version: seen.seen.version, before: seen.before }
  }
  return { ...seen, isChanged: typed() !== null, ...useLeft(form, typed, name, goesOn) }
}

/** The same of words that a store holds: `restore` lays out again what waited, false when something else lies there already. */
export function useLeftWords<Words extends object>(
  form: string,
  words: () => Words | null,
  restore: (begun: Words) => boolean,
  name: Say,
) {
  const [begun] = useState(() => left.get(form) as Words | undefined)
  const aside = useRef<Words | null>(null)
  useLayoutEffect(() => {
    if (begun !== undefined && !restore(begun)) aside.current = begun
  }, [begun, restore])
  return useLeft(form, () => words() ?? aside.current, name, true)
}
