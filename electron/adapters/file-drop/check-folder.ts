import { access, constants } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WaitReason } from '../../../shared/contract/exports/exports.ts'
import { isOnNetworkDrive } from '../../network-drive.ts'
import type { DropEnd, DropTarget, Owner, Probe, Refusal } from './drop-messages.ts'
import { enterFolder, findTemporaryName } from './enter-folder.ts'
import { refusalOf } from './wait-reasons.ts'

/** A drive that comes back should have its file within seconds. */
const AWAY_MS = 3_000
/** Each try makes a file; a folder that answers and refuses is not asked so often. */
const REFUSING_MS = 30_000
const REFUSING: readonly WaitReason[] = [
  'folder_read_only',
  'folder_full',
  'file_too_large',
  'name_refused',
  'data_folder',
]

/** Whether the folder takes a file now, tried with a real one. */
export async function checkFolder(probe: Probe, owner: Owner, alive: () => void): Promise<DropEnd> {
  try {
    const mountPoint = await enterFolder(probe)
    alive()
    await findTemporaryName(probe.folder, owner, probe.probeId, alive)
    return { kind: 'ready', mountPoint, isOnNetwork: isOnNetworkDrive(probe.folder) }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Whether the folder is there and may be written into, by its own word: for a path that is still being typed. */
export async function glanceAt(target: DropTarget): Promise<DropEnd> {
  try {
    const mountPoint = await enterFolder(target)
    await access(target.folder, constants.W_OK)
    return { kind: 'ready', mountPoint, isOnNetwork: isOnNetworkDrive(target.folder) }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Asks until the folder takes a file. A call that hangs on a dead drive comes back when the drive does. */
export async function watchFolder(
  probe: Probe,
  owner: Owner,
  { still, signal }: { still: (refusal: Refusal) => void; signal: AbortSignal },
): Promise<DropEnd> {
  while (!signal.aborted) {
    const end = await checkFolder(probe, owner, () => {})
    if (end.kind !== 'refused') return end
    still(end)
    const pauseMs = REFUSING.some((reason) => reason === end.reason) ? REFUSING_MS : AWAY_MS
    await sleep(pauseMs, undefined, { signal }).catch(() => {})
  }
  return { kind: 'given_up' }
}
