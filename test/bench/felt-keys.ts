import type { Page } from '@playwright/test'

/** Milliseconds from a press to the painted frame that shows what it did. */
export interface Felt {
  readonly characters: number[]
  readonly saves: number[]
}

/**
 * Runs in the page before anything else. From the press, as the browser dates it, until after the paint of the frame in which the
 * character stands in the field, or the saved note (`data-note-id`) among the others.
 */
export function watchKeysFelt(): void {
  const felt: { characters: number[]; saves: number[] } = { characters: [], saves: [] }
  Object.assign(window, { feltKeys: felt })
  // Heard of as they come: counting the page's elements at each press would be felt itself, the more the longer the call.
  let notesCame = 0
  const notesIn = (nodes: NodeList) => {
    let count = 0
    for (const node of nodes) if (node instanceof HTMLElement && node.dataset.noteId !== undefined) count += 1
    return count
  }
  const countNotes = (changes: MutationRecord[]) => {
    for (const { addedNodes, removedNodes } of changes) notesCame += notesIn(addedNodes) - notesIn(removedNodes)
  }
  const watcher = new MutationObserver(countNotes)
  const noteCount = () => {
    countNotes(watcher.takeRecords())
    return notesCame
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
      const before = noteCount()
      oncePainted(() => noteCount() > before, record(felt.saves))
    } else if (event.key.length === 1) {
      const before = typed(event.target)
      oncePainted(() => typed(event.target) > before, record(felt.characters))
    }
  }
  addEventListener('keydown', pressed, true)
  watcher.observe(document, { childList: true, subtree: true })
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
  await page.waitForFunction((count) => (window as unknown as { feltKeys: Felt }).feltKeys.saves.length >= count, saves)
  return page.evaluate(() => {
    const { feltKeys } = window as unknown as { feltKeys: { characters: number[]; saves: number[] } }
    return { characters: feltKeys.characters.splice(0), saves: feltKeys.saves.splice(0) }
  })
}

/** What any page costs: a field and a list with as many notes, each a line of text, and nothing else. */
export const plainEditor = (noteCount: number): string => `<!doctype html><meta charset="utf-8"><title>空</title>
<main><textarea autofocus></textarea><ul style="height:400px;overflow:auto">${'<li data-note-id>客服昨天答应我的'.repeat(noteCount)}</ul></main>
<script>
  const field = document.querySelector('textarea')
  const list = document.querySelector('ul')
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    const note = document.createElement('li')
    note.dataset.noteId = ''
    note.textContent = field.value
    list.append(note)
    field.value = ''
    note.scrollIntoView({ block: 'nearest' })
  })
</script>`
