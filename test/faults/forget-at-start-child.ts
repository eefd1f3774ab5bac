import { setImmediate as nextTurn } from 'node:timers/promises'
import { aConsole, accepted } from '../builders/console.ts'

/** The whole console on a folder: by itself it deletes what is due. Gone, as by `kill -9`, once so many sessions went; closed in order once all of them did. */
const [dataFolder = '', most = '0', all = '0'] = process.argv.slice(2)
const BEGINS_AFTER_MS = 20_000
const afterMs = globalThis.setTimeout
// What it waits for at its start is no part of what is asked here.
globalThis.setTimeout = ((work: () => void, ms: number) =>
  afterMs(work, ms === BEGINS_AFTER_MS ? 0 : ms)) as typeof setTimeout
const console = await aConsole(dataFolder)
const went = async () => {
  const { ledger } = (await accepted(console.call('retention.here', {}))) as { ledger: { items: number }[] }
  return ledger.reduce((sum, { items }) => sum + items, 0)
}
for (;;) {
  const count = await went()
  if (Number(most) > 0 && count >= Number(most)) process.kill(process.pid, 'SIGKILL')
  if (count >= Number(all)) break
  await nextTurn()
}
await console.close()
