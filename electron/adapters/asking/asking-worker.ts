import { parentPort } from 'node:worker_threads'
import { type ReadableDb, statement } from '../../storage/database.ts'
import { openForReading } from '../../storage/open.ts'
import type { Answered, ToThread } from './ask-aside.ts'

/** Whoever types looks again at the next key: to open the file anew, and to prepare each question, takes longer than most answers. */
const REST_MS = 2_000

/** Open while somebody looks, and a moment longer; nothing of the file is locked meanwhile. */
let db: ReadableDb | null = null
let resting: ReturnType<typeof setTimeout> | undefined

function letGo(): void {
  db?.close()
  db = null
}

parentPort?.on('message', (said: ToThread) => {
  switch (said.kind) {
    case 'asked':
      clearTimeout(resting)
      try {
        db ??= openForReading(said.path)
        tell({ number: said.number, rows: statement(db, said.sql).all(said.parameters) })
      } catch {
        // Why is found out by whoever asks the desk's own connection then.
        tell({ number: said.number, rows: null })
      }
      break
    case 'rests':
      clearTimeout(resting)
      resting = setTimeout(letGo, REST_MS)
      break
    case 'ends':
      clearTimeout(resting)
      letGo()
      parentPort?.close()
  }
})

const tell = (answered: Answered): void => parentPort?.postMessage(answered)
