import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../../error-code.ts'
import { whyNotOpened } from '../../storage/file/opened-file.ts'
import { type UpgradeTold, upgradeDatabase } from '../../storage/file/upgrade.ts'
import { BrokenReference } from '../../storage/migrate.ts'
import { endIfAsked } from '../end-mark.ts'
import type { UpgradeAnswer, UpgradeThread } from './upgrade-in-worker.ts'

/** Runs in a worker thread: the one connection that writes is here for as long as no other is open. */
function run({ path, dataFolder, atMs, endMark }: UpgradeThread): UpgradeAnswer {
  let last: UpgradeTold | null = null
  const tell = (told: UpgradeTold) => {
    endIfAsked(endMark)
    last = told
    parentPort?.postMessage(told)
  }
  try {
    endIfAsked(endMark)
    upgradeDatabase(path, dataFolder, new Date(atMs), tell)
    return { doing: 'ended', why: null, failure: null }
  } catch (error) {
    return { doing: 'ended', why: whyNotOpened(error), failure: { at: whereOf(last), said: saidBy(error) } }
  }
}

function whereOf(last: UpgradeTold | null): string {
  if (last === null) return 'opening'
  return last.doing === 'copying' ? 'the copy before' : last.name
}

/** What is in an error's words may be anybody's; ours name tables alone. */
function saidBy(error: unknown): string {
  if (error instanceof BrokenReference) return error.message
  return errorCode(error) || (error instanceof Error ? error.name : 'no error')
}

parentPort?.postMessage(run(workerData as UpgradeThread))
