import type words from '../../resources/locales/zh/keys.json'
import type { Chord } from './chords.ts'

/** Where an action lives. Global ones work on every page; a dialog hides all others while it is open. */
export type KeyScope = keyof typeof words.scope

export interface KeyAction {
  scope: KeyScope
  /** Any of them acts. A second one is there where a browser tab keeps the first for itself (Mod+1, Mod+N, Mod+T). */
  chords: readonly Chord[]
  /** Shown on the sheet but part of the field itself, so it cannot be changed. */
  isFixed?: true
  /** A walking key: goes on while it is held down. Every other acts once, however long it is held. */
  repeats?: true
  /** Chosen in the box from another page: done as soon as its page is there. It needs nothing chosen first, and changes nothing that is kept. */
  whenThere?: 'acts'
  /** A global action with the same chord: this one hears the key first and lets it pass when it has nothing to do. */
  before?: 'undo' | 'redo' | 'search' | 'find'
  /** Undo and redo of the application: they rest while a field holds words that nobody took since the last act. */
  takesBack?: true
  /** Heard also while a dialog is open: what changes nothing of what the dialog is about acts; what cannot says so, and no browser takes the key. */
  overDialogs?: 'acts' | 'says why not'
  /** Part of writing: heard also where something covers the field and leaves it the keyboard. Whatever else a page does nobody would see there. */
  goesWithWriting?: true
}

type PathsOf<Words> = {
  [Name in keyof Words & string]: Words[Name] extends string ? Name : `${Name}.${keyof Words[Name] & string}`
}[keyof Words & string]

/** Every action, by the words it has in `keys.json` under `action`. */
export type ActionId = PathsOf<typeof words.action>

/** What a feature declares in its `<feature>.keys.ts`; `app/all-keys.ts` brings them together. */
export type Keys = Readonly<Partial<Record<ActionId, KeyAction>>>

export type AllKeys = Readonly<Record<ActionId, KeyAction>>

let all: AllKeys | null = null

/** Makes the keys of all features known. Once, before anything is drawn. */
export const collectKeys = (keys: AllKeys): void => {
  all = keys
}

function collected(): AllKeys {
  if (all === null) throw new Error('the keys are asked for before they are collected')
  return all
}

/** In the order in which they are declared and brought together. */
export const actionIds = (): ActionId[] => Object.keys(collected()) as ActionId[]
export const actionOf = (id: ActionId): KeyAction => collected()[id]
/** In the same order: what works everywhere first, dialogs last. */
export const keyScopes = (): KeyScope[] => [...new Set(actionIds().map((id) => actionOf(id).scope))]
