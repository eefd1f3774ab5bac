import { registerHooks } from 'node:module'
import { answers } from './answers.ts'
import { app } from './app.ts'
import type { Answer, PageOrder, Question } from './messages.ts'
import { pages } from './page-host.ts'

/**
 * `node --import test/electron-stand-in/boot.ts out/main/main.js`: the built main runs unchanged, `electron` is the
 * stand-in, and windows get their pages in the process that started this one.
 */
const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standIn, shortCircuit: true }
      : next(specifier, context),
})

const tell = (message: PageOrder | Answer) => {
  if (process.connected) process.send?.(message)
}

pages.host = {
  open: (windowId, options) => tell({ order: 'open', windowId, ...options }),
  load: (windowId, url) => tell({ order: 'load', windowId, url }),
  reload: (windowId) => tell({ order: 'reload', windowId }),
  send: (windowId, channel, args) => tell({ order: 'send', windowId, channel, args }),
  close: (windowId) => tell({ order: 'close', windowId }),
}

app.leave = (code) => process.exit(code)

async function answer(question: Question): Promise<void> {
  const { number } = question
  try {
    // The name chooses both the function and the shape of what it takes; TypeScript does not follow that far.
    const handle = answers[question.name] as (ask: Question['ask']) => unknown
    tell({ number, ok: true, value: await handle(question.ask) })
  } catch (error) {
    tell({ number, ok: false, message: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (question) => void answer(question as Question))
// The test is gone: nobody is there to close the window.
process.on('disconnect', () => app.quit())
