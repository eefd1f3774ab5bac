import type { Page } from '@playwright/test'

declare global {
  interface Window {
    feltKeys: { [kind in keyof Felt]: number[] }
  }
}

/** Milliseconds from a press to the painted frame that shows what it did. */
export interface Felt {
  readonly characters: number[]
  /** The note is seen, on its way or stored. */
  readonly saves: number[]
  /** It is seen as stored: main has it on disk. */
  readonly stores: number[]
}

/**
 * Runs in the page before anything else. From the press, as the browser dates it, until after the paint of the frame in which the
 * character stands in the field, or the note (`data-note-id`) among the others, or as a stored one (`data-state`).
 */
export function watchKeysFelt(): void {
  const felt: { [kind in keyof Felt]: number[] } = { characters: [], saves: [], stores: [] }
  window.feltKeys = felt
  // Heard of as they come: counting the page's elements at each press would be felt itself, the more the longer the call.
  const came = { notes: 0, stored: 0 }
  const count = (nodes: NodeList, step: 1 | -1) => {
    for (const node of nodes) {
      if (!(node instanceof HTMLElement) || node.dataset.noteId === undefined) continue
      came.notes += step
      if (node.dataset.state === 'stored') came.stored += step
    }
  }
  const look = (changes: MutationRecord[]) => {
    for (const { type, target, oldValue, addedNodes, removedNodes } of changes) {
      count(addedNodes, 1)
      count(removedNodes, -1)
      const isNote = type === 'attributes' && target instanceof HTMLElement && target.dataset.noteId !== undefined
      if (isNote && oldValue !== 'stored' && target.dataset.state === 'stored') came.stored += 1
    }
  }
  const watcher = new MutationObserver(look)
  const seen = (what: keyof typeof came) => {
    look(watcher.takeRecords())
    return came[what]
  }
  const typed = (field: EventTarget | null) => (field instanceof HTMLTextAreaElement ? field.value.length : 0)
  const oncePainted = (isShown: () => boolean, then: () => void) =>
    requestAnimationFrame(() => {
      if (!isShown()) return oncePainted(isShown, then)
      // A task that is waiting when the frame is painted comes right after it.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  const pressed = (event: KeyboardEvent) => {
    const record = (samples: number[]) => () => samples.push(performance.now() - event.timeStamp)
    if (event.key === 'Enter' && event.ctrlKey) {
      const before = { notes: seen('notes'), stored: seen('stored') }
      oncePainted(() => seen('notes') > before.notes, record(felt.saves))
      oncePainted(() => seen('stored') > before.stored, record(felt.stores))
    } else if (event.key.length === 1) {
      const before = typed(event.target)
      oncePainted(() => typed(event.target) > before, record(felt.characters))
    }
  }
  addEventListener('keydown', pressed, true)
  watcher.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-state'],
    attributeOldValue: true,
  })
}

/** About the pace of a quick hand; the next key comes whether the last one is painted or not. */
const KEY_EVERY_MS = 40

/** Writes a note and saves it, without a rest before the next: what a save leaves behind is felt by the keys that follow. */
export async function writeNote(page: Page, words: string): Promise<void> {
  for (const character of words) {
    await page.keyboard.press(character)
    await page.waitForTimeout(KEY_EVERY_MS)
  }
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(KEY_EVERY_MS)
}

/** What was felt since this was asked last, once so many saves are painted. */
export async function takeFelt(page: Page, saves: number): Promise<Felt> {
  await page.waitForFunction((count) => window.feltKeys.stores.length >= count, saves)
  return page.evaluate(() => ({
    characters: window.feltKeys.characters.splice(0),
    saves: window.feltKeys.saves.splice(0),
    stores: window.feltKeys.stores.splice(0),
  }))
}

/** What any page costs: a field and a list with as many notes, each a line of text, and nothing else. */
export const plainEditor = (noteCount: number): string => `<!doctype html><meta charset="utf-8"><title>空</title>
<main><textarea autofocus></textarea><ul style="height:400px;overflow:auto">${'<li data-note-id>客服昨天答应我的'.repeat(noteCount)}</ul></main>`

export interface PlainNotes {
  readonly callId: string
  /** Made beforehand: an id is the window's work, not the door's. */
  readonly noteIds: string[]
}

/** Runs in that page: a press shows the line at once, and as stored when the same door has said that it is on the disk. */
export function noteOnThePlainPage({ callId, noteIds }: PlainNotes): Promise<void> {
  const field = document.querySelector('textarea')
  const list = document.querySelector('ul')
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  if (field === null || list === null) throw new Error('this is not the plain page')
  const door = new WebSocket(`ws://${location.host}/door`, ['earshot', token])
  const waiting = new Map<number, HTMLElement>()
  door.onmessage = ({ data }: MessageEvent<string>) => {
    const { id, answer } = JSON.parse(data) as { id?: number; answer?: { ok: boolean; code?: string } }
    const note = id === undefined ? undefined : waiting.get(id)
    if (note === undefined) return
    if (answer?.ok !== true) throw new Error(`the note was refused: ${answer?.code}`)
    note.dataset.state = 'stored'
  }
  let offsetMs = 0
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    const note = document.createElement('li')
    note.dataset.noteId = ''
    note.dataset.state = 'sending'
    note.textContent = field.value
    list.append(note)
    note.scrollIntoView({ block: 'nearest' })
    const id = waiting.set(waiting.size + 1, note).size
    offsetMs += 1_000
    const words = { kind: 'voice', text: field.value, offsetMs, issueTypeId: null }
    door.send(JSON.stringify({ id, call: 'notes.add', input: { noteId: noteIds.pop(), callId, ...words } }))
    field.value = ''
  })
  return new Promise((resolve) => {
    door.onopen = () => resolve()
  })
}
