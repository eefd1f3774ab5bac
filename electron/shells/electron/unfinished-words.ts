import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type { HalfDone } from '../../../shared/contract/listening/notes.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import type { OpenConsole } from '../../compose.ts'
import { fill, type Words } from '../words.ts'

const buttons = ['again', 'save', 'quit'] as const

const asText = (notes: readonly HalfDone[]): string =>
  notes.map((note) => `#${note.callNumber} ${timecode(note.offsetMs)}\n${note.text}\n`).join('\n')

/** Writes the notes half done where the person says; gives the sentence to show then, null when they changed their mind. */
async function saveUnfinished(call: OpenConsole['call'], words: Words['ended']): Promise<string | null> {
  const answer = await call('notes.halfDone', {})
  if (!answer.ok) return fill(words.notSaved, { reason: answer.code })
  const notes = answer.value as readonly HalfDone[]
  if (notes.length === 0) return words.nothing
  const { filePath, canceled } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), words.fileName),
  })
  if (canceled) return null
  try {
    await writeFile(filePath, asText(notes))
    return fill(words.saved, { path: filePath })
  } catch (error) {
    return fill(words.notSaved, { reason: error instanceof Error && 'code' in error ? String(error.code) : '?' })
  }
}

/**
 * Asks what to do with a page that ends again and again: dialogs of the system, because no page can be trusted to ask. The words
 * lie in the drafts, and can be taken out from here. Gives whether to open the page once more; otherwise the person leaves.
 */
export async function askAfterEnds(
  window: BrowserWindow,
  words: Words['ended'],
  call: OpenConsole['call'],
): Promise<boolean> {
  let detail = words.detail
  for (;;) {
    const box: MessageBoxOptions = {
      type: 'error',
      message: words.message,
      detail,
      buttons: buttons.map((button) => words[button]),
      defaultId: buttons.indexOf('again'),
      cancelId: buttons.indexOf('again'),
      noLink: true,
    }
    // A window that was never shown would hide its own question.
    const asked = window.isVisible() ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box)
    const { response } = await asked
    if (buttons[response] !== 'save') return buttons[response] === 'again'
    detail = (await saveUnfinished(call, words)) ?? words.detail
  }
}
