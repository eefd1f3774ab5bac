import { endByItself } from '../../electron/end-by-itself.ts'
import type { Limits } from '../../electron/shells/hub/limits.ts'
import { aHub } from '../builders/hub.ts'

/** A hub in a process of its own, so that its memory and its time are nobody else's. Says where it is, and what it holds when asked. */
const log = { info: () => {}, warn: () => {}, error: console.error }
const [, , database = '', limits = '{}'] = process.argv
const hub = await aHub(database, { log }, { limits: JSON.parse(limits) as Partial<Limits> })
process.on('message', () => {
  const { rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send?.({ rssMb: rss / 2 ** 20, cpuMs: (user + system) / 1_000 })
})
process.on('disconnect', () => void hub.close().finally(() => endByItself(0)))
process.send?.({ host: hub.host })
