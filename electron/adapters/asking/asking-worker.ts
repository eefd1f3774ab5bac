import { parentPort } from 'node:worker_threads'
import { type ReadableDb, statement } from '../../storage/database.ts'
import { openForReading } from '../../storage/open.ts'
import type { Answered, ToThread } from './ask-aside.ts'

/** Open while somebody looks: between two searches nothing of the file is held. */
let db: ReadableDb | null = null

function letGo(): void {
  db?.close()
  db = null
}

parentPort?.on('message', (said: ToThread) => {
  switch (said.kind) {
    case 'asked':
      try {
        db ??= openForReading(said.path)
        tell({ number: said.number, rows: statement(db, said.sql).all(said.parameters) })
      } catch {
        // Why is found out by whoever asks the desk's own connection then.
        tell({ number: said.number, rows: null })
      }
      break
    case 'rests':
      letGo()
      break
    case 'ends':
      letGo()
      parentPort?.close()
  }
})

const tell = (answered: Answered): void => parentPort?.postMessage(answered)
