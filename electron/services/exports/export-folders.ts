import type { ExportRecord, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { FileDrop, FolderAnswer } from '../../adapters/file-drop/file-drop.ts'
import { forgetMountPoint, mountPointIn, saveMountPoint } from '../../storage/exports/export-folders.ts'
import type { ServiceParts } from '../parts.ts'
import type { ExportOutcomes } from './export-outcomes.ts'
import type { ExportLedger } from './export-truth.ts'
import { makeExportWatch } from './export-watch.ts'

/** What a cancelled export left on a drive that was away is looked for so long. */
const SWEEP_FOR_MS = 7 * 86_400_000

/** The folders that exports go to: whether they take files now, and what of ours may still lie in them. */
export interface ExportFolders {
  /** Whether the folder takes files now; its drive is remembered when it does. */
  ask(folder: string): Promise<FolderAnswer>
  /** The same for a path that is still being typed: nothing is made in it, nothing remembered. */
  glance(folder: string): Promise<FolderAnswer>
  /** Asks each folder that exports wait for, and delivers where it answers. */
  askAll(): Promise<unknown>
  /** A delivery into it came to nothing: asks until it takes files. */
  watch(folder: string, reason: WaitReason): void
  /** It took a file, on the drive mounted there. */
  took(folder: string, mountPoint: string): void
  /** Something of ours may lie in this folder: removes it as soon as the folder can be reached. */
  clearAway(folder: string): void
  /** What ended badly in earlier runs may lie there still. */
  recallLeftovers(): Promise<void>
  sweepAll(): Promise<unknown>
  /** Ends the watches of folders that nothing waits for any more. */
  forgetIdle(): Promise<void>
  /** Once a minute: folders that nobody watches, and what is left to be cleared away. */
  look(): Promise<unknown>
  close(): void
}

export interface FolderParts {
  /** Where each folder's drive is mounted, this desk knows alone. */
  readonly service: Pick<ServiceParts, 'db' | 'clock'>
  readonly ledger: ExportLedger
  readonly drop: FileDrop
  readonly outcomes: ExportOutcomes
  /** In turn with the deliveries into that folder, whose unfinished file a sweep would take for a leftover. */
  inTurn(folder: string, work: () => Promise<void>): Promise<void>
  /** The folder takes files: delivers what waits for it. */
  deliverAll(folder: string): Promise<void>
}

export function makeExportFolders({ service, ledger, drop, outcomes, inTurn, deliverAll }: FolderParts): ExportFolders {
  const { db, clock } = service
  /** Folders in which something of ours may lie that no delivery will come across. */
  const unclean = new Set<string>()
  let isClosed = false

  const probeOf = (folder: string) => ({ folder, mountPoint: mountPointIn(db, folder), probeId: clock.newId() })
  const waitingFolders = async () => new Set((await ledger.inStates(['waiting'])).map(({ folder }) => folder))

  /** For what nobody waits for. */
  const quietly = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => {
      if (!isClosed) outcomes.surprise(error)
    })

  const watches = makeExportWatch({
    start: (folder, still) => drop.watch(probeOf(folder), still),
    still: (folder, { reason, said }) => {
      if (!isClosed) quietly(outcomes.allWaiting(folder, reason === 'source_gone' ? 'unknown' : reason, said))
    },
    ready: (folder, mountPoint) => {
      if (isClosed) return
      saveMountPoint(db, folder, mountPoint)
      quietly(deliverAll(folder))
    },
  })

  /** A console lives in it by now: a drive that was mounted there once says nothing any more. */
  const learn = (folder: string, reason: WaitReason | null) => {
    if (!isClosed && reason === 'data_folder') forgetMountPoint(db, folder)
  }

  async function ask(folder: string): Promise<FolderAnswer> {
    const answer = await drop.checkFolder(probeOf(folder))
    learn(folder, answer.reason)
    if (isClosed) return answer
    if (answer.reason === null) saveMountPoint(db, folder, answer.mountPoint)
    // Abandoned in the middle, it may have left the file it tried with.
    if (answer.reason === 'drive_not_answering') unclean.add(folder)
    return answer
  }

  async function askAndDeliver(folder: string): Promise<void> {
    const answer = await ask(folder)
    if (isClosed) return
    if (answer.reason === null) return deliverAll(folder)
    await outcomes.allWaiting(folder, answer.reason, answer.said)
    if (!isClosed) watches.begin(folder)
  }

  const sweep = (folder: string) =>
    inTurn(folder, async () => {
      if (!isClosed && (await drop.sweep(folder))) unclean.delete(folder)
    })
  const sweepAll = () => Promise.all([...unclean].map(sweep))

  return {
    ask,
    glance: async (folder) => {
      const answer = await drop.glanceAt({ folder, mountPoint: mountPointIn(db, folder) })
      learn(folder, answer.reason)
      return answer
    },
    askAll: async () => Promise.all([...(await waitingFolders())].map(askAndDeliver)),
    watch: (folder, reason) => {
      learn(folder, reason)
      watches.begin(folder)
    },
    took: (folder, mountPoint) => {
      saveMountPoint(db, folder, mountPoint)
      watches.praise(folder)
      unclean.delete(folder)
    },
    clearAway: (folder) => {
      unclean.add(folder)
      quietly(sweep(folder))
    },
    recallLeftovers: async () => {
      const sinceMs = Date.parse(clock.now()) - SWEEP_FOR_MS
      const mayHaveLeft = ({ tries, createdAt }: ExportRecord) => tries > 0 && Date.parse(createdAt) > sinceMs
      for (const record of await ledger.inStates(['cancelled', 'failed']))
        if (mayHaveLeft(record)) unclean.add(record.folder)
    },
    sweepAll,
    forgetIdle: async () => watches.keepOnly(await waitingFolders()),
    look: async () => {
      const folders = await waitingFolders()
      if (isClosed) return
      watches.keepOnly(folders)
      const unwatched = [...folders].filter((folder) => !watches.isOn(folder))
      return Promise.all([...unwatched.map(askAndDeliver), sweepAll()])
    },
    close: () => {
      isClosed = true
      watches.close()
    },
  }
}
