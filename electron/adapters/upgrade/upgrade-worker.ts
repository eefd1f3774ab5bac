import { parentPort, workerData } from 'node:worker_threads'
import { whyNotOpened } from '../../storage/file/opened-file.ts'
import { upgradeDatabase } from '../../storage/file/upgrade.ts'
import type { UpgradeAnswer, UpgradeJob } from './upgrade-in-worker.ts'

/** Runs in a worker thread: the one connection that writes is here for as long as no other is open. */
function run({ path, dataFolder, atMs }: UpgradeJob): UpgradeAnswer {
  try {
    upgradeDatabase(path, dataFolder, new Date(atMs), (told) => parentPort?.postMessage(told))
    return { doing: 'ended', why: null }
  } catch (error) {
    return { doing: 'ended', why: whyNotOpened(error) }
  }
}

parentPort?.postMessage(run(workerData as UpgradeJob))
