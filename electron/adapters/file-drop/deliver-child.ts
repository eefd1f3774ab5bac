import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort } from '../parent-port.ts'
import { checkFolder, glanceAt, watchFolder } from './check-folder.ts'
import { deliver } from './deliver.ts'
import type { DropEnd, DropJob, DropOrder, DropReport } from './drop-messages.ts'
import { sweepOwn } from './leftovers.ts'
import { replace } from './replace.ts'
import { refusalOf } from './wait-reasons.ts'

/** A process of its own for one job on a folder that may hang. */
const port = parentPort()
const givenUp = new AbortController()
/** For a child whose console is gone to take its unfinished file away. */
const ALONE_MS = 5_000

const tell = (report: DropReport, sent?: () => void) => port.tell(report, sent)
const alive = () => tell({ kind: 'alive' })

async function work(job: DropJob): Promise<DropEnd> {
  if (job.kind === 'check') return checkFolder(job, job.owner, alive)
  if (job.kind === 'glance') return glanceAt(job)
  if (job.kind === 'watch')
    return watchFolder(job, job.owner, { still: (refusal) => tell({ kind: 'still', refusal }), signal: givenUp.signal })
  if (job.kind === 'deliver') return deliver(job, job.owner, { alive, isGivenUp: () => givenUp.signal.aborted })
  if (job.kind === 'replace') return replace(job, job.owner, alive)
  try {
    await stat(job.kind === 'look' ? join(job.folder, job.fileName) : job.folder)
    if (job.kind === 'sweep') await sweepOwn(job.folder, job.owner)
    return { kind: 'done' }
  } catch (error) {
    return refusalOf(error)
  }
}

async function obey(order: DropOrder): Promise<void> {
  if (order.kind === 'give_up') {
    givenUp.abort()
    return
  }
  // Started, and nothing asked of the drive yet: patience is counted from here.
  alive()
  const end = await work(order)
  // In a utility process the starter ends it after the answer: exiting here could lose the message.
  tell(end, () => {
    if (process.connected) process.disconnect()
  })
}

// Alone, without the console that would record what happened, nothing more may be placed; what was begun is cleared away, if the
// drive answers.
process.on('disconnect', () => {
  givenUp.abort()
  setTimeout(() => process.exit(), ALONE_MS).unref()
})
port.onMessage((message) => void obey(message as DropOrder))
