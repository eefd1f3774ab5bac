import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFolder } from './check-folder.ts'
import { deliver } from './deliver.ts'
import type { DropEnd, DropJob, DropOrder, DropReport } from './drop-messages.ts'
import { removeOwn } from './sweep.ts'
import { waitReasonOf } from './wait-reasons.ts'

/**
 * A process of its own for one job on a folder that may hang. Started by Node's fork() or by Electron's utilityProcess
 * (packaged Electron cannot fork: its runAsNode fuse is off); the two differ only in how messages travel.
 */
interface UtilityPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}
const utilityPort = (process as { parentPort?: UtilityPort }).parentPort

let isGivenUp = false

function tell(report: DropReport, sent: () => void = () => {}): void {
  if (utilityPort === undefined) {
    process.send?.(report, () => sent())
    return
  }
  utilityPort.postMessage(report)
  sent()
}

async function work(job: DropJob): Promise<DropEnd> {
  if (job.kind === 'check') return checkFolder(job.folder, job.probeId)
  if (job.kind === 'deliver') return deliver(job, { alive: () => tell({ kind: 'alive' }), isGivenUp: () => isGivenUp })
  try {
    if (job.kind === 'look') await stat(join(job.folder, job.fileName))
    else await removeOwn(job.folder, job.exportId)
    return { kind: 'done' }
  } catch (error) {
    return { kind: 'refused', reason: waitReasonOf(error) }
  }
}

async function obey(order: DropOrder): Promise<void> {
  if (order.kind === 'give_up') {
    isGivenUp = true
    return
  }
  // Started, and nothing asked of the drive yet: patience is counted from here.
  tell({ kind: 'alive' })
  const end = await work(order)
  // In a utility process the starter ends it after the answer: exiting here could lose the message.
  tell(end, () => process.disconnect?.())
}

// Alone, without the console that would record what happened, nothing more may be placed.
process.on('disconnect', () => process.exit())
if (utilityPort === undefined) process.on('message', (message) => void obey(message as DropOrder))
else utilityPort.on('message', ({ data }) => void obey(data as DropOrder))
