import { create } from 'zustand'
import { type Chord, chordOf, learnLayout } from './chords.ts'
import { isComposing } from './composition.ts'
import { holdsStill } from './held-keys.ts'
import { type ActionId, actionIds, actionOf, type KeyScope } from './key-map.ts'
import { type FocusedThing, matchChord, mayAct, type Remaps } from './keys.ts'
import { isTextField } from './text-field.ts'
import { hasUntakenWords, wasTouched, watchFields } from './touched-fields.ts'
import { giveBefore, holdBack } from './waiting-keys.ts'

/** Return false for «not mine now»: the key goes on to the next listener, else to the browser. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler that says nothing has taken the key
export type KeyHandler = (event: KeyboardEvent) => boolean | void
export type KeyHandlers = Partial<Record<ActionId, KeyHandler>>

export interface Listening {
  scope: KeyScope
  /** 0 is the page, each open dialog is one more. Only the topmost layer hears keys. */
  layer: number
  /** Read at each press, so that a component need not register anew at each paint. */
  handlers: { readonly current: KeyHandlers }
}

interface KeyRegistry {
  remaps: Remaps
  listening: readonly Listening[]
  openLayers: readonly number[]
  /** Of these, those that hide a page and leave the keyboard in its field. */
  covers: readonly number[]
}

export const useKeyRegistry = create<KeyRegistry>()(() => ({ remaps: {}, listening: [], openLayers: [], covers: [] }))

/** Takes the person's own chords, `settings.keys`. The same again would draw everything anew that shows a key. */
export function setRemaps(remaps: Remaps): void {
  const isSame = JSON.stringify(remaps) === JSON.stringify(useKeyRegistry.getState().remaps)
  if (!isSame) useKeyRegistry.setState({ remaps })
}

export function register(entry: Listening): () => void {
  useKeyRegistry.setState((state) => ({ listening: [...state.listening, entry] }))
  return () => useKeyRegistry.setState((state) => ({ listening: state.listening.filter((other) => other !== entry) }))
}

export function openLayer(layer: number, isCover = false): () => void {
  useKeyRegistry.setState(({ openLayers, covers }) => ({
    openLayers: [...openLayers, layer],
    covers: isCover ? [...covers, layer] : covers,
  }))
  return () =>
    useKeyRegistry.setState(({ openLayers, covers }) => ({
      openLayers: without(openLayers, layer),
      covers: isCover ? without(covers, layer) : covers,
    }))
}

function without(layers: readonly number[], layer: number): number[] {
  const at = layers.lastIndexOf(layer)
  return layers.filter((_, index) => index !== at)
}

export function focusedThing(target: EventTarget | null): FocusedThing {
  const nothing = {
    ...{ isTextField: false, isOneLine: false, hasText: false },
    ...{ isTouched: false, isPressable: false, isWalked: false },
  }
  if (!(target instanceof HTMLElement)) return nothing
  if (isTextField(target)) {
    return {
      ...nothing,
      isTextField: true,
      isOneLine: target instanceof HTMLInputElement,
      hasText: target.value !== '',
      isTouched: wasTouched(target),
    }
  }
  if (target instanceof HTMLSelectElement) return { ...nothing, isTextField: true }
  if (target.isContentEditable) return { ...nothing, isTextField: true, hasText: target.textContent !== '' }
  const isPressable =
    target.closest('button, a[href], summary, input, [role=button], [role=option], [role=menuitem], [role=tab]') !==
    null
  const isWalked = target.matches('[type=radio], [type=range], [role=radio], [role=slider], [role=tab]')
  return { ...nothing, isPressable, isWalked }
}

const UNDOES = ['Mod+z', 'Mod+Shift+z', 'Mod+y']

let begun: { chord: Chord; at: number } | null = null
const SEQUENCE_MS = 1_200

/** What lies on top of everything leaves the keyboard to what it hides. */
export function isCovered(): boolean {
  const { openLayers, covers } = useKeyRegistry.getState()
  return covers.includes(Math.max(0, ...openLayers))
}

/** What listens now, and the actions it listens for: the topmost layer, and what goes on whatever is open. */
function heardNow(): { heard: Pick<Listening, 'scope' | 'handlers'>[]; ids: ActionId[] } {
  const { listening, openLayers, covers } = useKeyRegistry.getState()
  const isCover = isCovered()
  const top = Math.max(0, ...openLayers.filter((layer) => !isCover || !covers.includes(layer)))
  const isWriting = isTextField(document.activeElement)
  const heard = listening.flatMap(({ scope, layer, handlers }) =>
    layer === top && !isCover
      ? [{ scope, handlers }]
      : [{ scope, handlers: { current: heardBeneath(handlers.current, isWriting && layer === top) } }],
  )
  return { heard, ids: [...new Set(heard.flatMap(({ handlers }) => idsOf(handlers.current)))] }
}

const idsOf = (handlers: KeyHandlers): ActionId[] => Object.keys(handlers) as ActionId[]

const heardBeneath = (handlers: KeyHandlers, isWrittenThere: boolean): KeyHandlers =>
  Object.fromEntries(
    idsOf(handlers)
      .filter((id) => actionOf(id).overDialogs !== undefined || (isWrittenThere && actionOf(id).goesWithWriting))
      .map((id) => [id, handlers[id]]),
  )

/** Esc presses that close an open list: the list is gone by the time the page would hear them. */
const closesList = new WeakSet<KeyboardEvent>()
/** Ctrl+Enter presses in an open list: the list takes its option, and the form is saved with it. */
const takesOption = new WeakSet<KeyboardEvent>()

/** Which key went down last, and where: what comes of holding it belongs there. */
let pressed: { code: string; target: EventTarget | null } = { code: '', target: null }

/** Before anybody else hears a key: a key held down acts once, and an open list takes Esc for itself. */
function sift(event: KeyboardEvent): void {
  const { target } = event
  if (!event.repeat) pressed = { code: event.code, target }
  if (isTextField(target)) giveBefore(event)
  if (isComposing(event) || !(target instanceof HTMLElement)) return
  if (waits(event)) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  // A tooltip at the button in focus closes itself with Esc and would keep the key: what the button stands in hears it too.
  if (event.key === 'Escape') event.stopPropagation = () => {}
  const press = chordOf(event)
  const isListOpen = target.hasAttribute('data-mantine-stop-propagation')
  if (isListOpen && event.key === 'Escape') closesList.add(event)
  const isEnterInChord = event.key === 'Enter' && press !== 'Enter'
  if (isListOpen && isEnterInChord) takesOption.add(event)
  else if (isEnterInChord && !event.repeat && target.getAttribute('role') === 'combobox') {
    // A closed list would open itself with every Enter, and keep the one that saves the form.
    event.stopPropagation()
    answer(event)
    return
  }
  if (!event.repeat || press === null) return
  const match = matchChord(press, heardNow().ids, useKeyRegistry.getState().remaps)
  const ids = match.kind === 'action' ? match.ids : []
  const action = ids.length === 0 ? 'none' : ids.some((id) => actionOf(id).repeats) ? 'repeats' : 'acts once'
  const isElsewhere = pressed.code === event.code && pressed.target !== target
  if (!holdsStill(press, focusedThing(target), action, isElsewhere)) return
  event.preventDefault()
  event.stopPropagation()
}

/** Whether it is for a page whose code is still being fetched. */
function waits(event: KeyboardEvent): boolean {
  const press = isTextField(event.target) ? null : chordOf(event)
  if (press === null) return false
  return holdBack(event, press, () => matchChord(press, actionIds(), useKeyRegistry.getState().remaps).kind !== 'none')
}

/** The one key listener of the window. Composition belongs to the input method, whatever the key. */
function hear(event: KeyboardEvent): void {
  if (isComposing(event) || closesList.has(event)) return
  // After the option is in: what is saved is what the field then shows.
  if (takesOption.has(event)) queueMicrotask(() => answer(event))
  else if (!event.defaultPrevented) answer(event)
}

function answer(event: KeyboardEvent): void {
  const press = chordOf(event)
  if (press === null) return
  const focused = focusedThing(event.target)
  // Outside a field the browser would change the field typed in last, a cleared search say, and take the focus there.
  if (!focused.isTextField && UNDOES.includes(press)) event.preventDefault()
  if (!mayAct(press, focused)) return
  const { remaps } = useKeyRegistry.getState()
  const { heard, ids } = heardNow()

  const prefix = begun !== null && event.timeStamp - begun.at < SEQUENCE_MS ? begun.chord : null
  begun = null
  const typed = prefix === null ? press : `${prefix} ${press}`
  const match = matchChord(typed, ids, remaps)
  if (match.kind === 'prefix') {
    begun = { chord: typed, at: event.timeStamp }
    event.preventDefault()
    return
  }
  if (match.kind === 'none') return
  if (match.ids.some((id) => actionOf(id).takesBack) && (focused.isTouched || hasUntakenWords())) return
  // The newest listener first; pages before what is global.
  const inOrder = [...heard].reverse().sort((a, b) => Number(a.scope === 'global') - Number(b.scope === 'global'))
  for (const entry of inOrder) {
    for (const id of match.ids) {
      const handler = entry.handlers.current[id]
      if (handler === undefined || handler(event) === false) continue
      event.preventDefault()
      return
    }
  }
}

/** Does an action of the page as if its key had been pressed, whatever has the focus. False: nobody took it. */
export function actNow(id: ActionId): boolean {
  const { listening } = useKeyRegistry.getState()
  const press = new KeyboardEvent('keydown')
  const inOrder = [...listening].reverse().sort((a, b) => Number(a.scope === 'global') - Number(b.scope === 'global'))
  for (const { layer, handlers } of inOrder) {
    const handler = layer === 0 ? handlers.current[id] : undefined
    if (handler !== undefined && handler(press) !== false) return true
  }
  return false
}

/** Starts hearing keys; returns the way to stop. Called once by the App. */
export function hearKeys(page: Window = window): () => void {
  const learn = () => void learnLayout()
  learn()
  page.addEventListener('focus', learn)
  page.addEventListener('keydown', sift, true)
  page.addEventListener('keydown', hear)
  const stopWatching = watchFields(page)
  return () => {
    stopWatching()
    page.removeEventListener('focus', learn)
    page.removeEventListener('keydown', sift, true)
    page.removeEventListener('keydown', hear)
  }
}
