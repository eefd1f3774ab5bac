import { registerHooks } from 'node:module'

/** Loaded by a hub of the tests before anything else: makes it one of another version, or sets its clock. */
const { EARSHOT_TEST_CONTRACT: contract, EARSHOT_TEST_STARTS_AT: startsAt } = process.env

if (contract !== undefined)
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context)
      if (!url.endsWith('/electron/team/wire.ts')) return loaded
      const told = String(loaded.source).replace(/(?<=const CONTRACT_VERSION = )\d+/, contract)
      return { ...loaded, source: told }
    },
  })

if (startsAt !== undefined) {
  const aheadMs = Date.parse(startsAt) - Date.now()
  const truly = Date
  globalThis.Date = class extends truly {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(truly.now() + aheadMs)
      else super(...given)
    }
    static override now = () => truly.now() + aheadMs
  } as DateConstructor
}
