import { openStreamLog } from './adapters/log/stream-log.ts'
import { appVersion } from './app-version.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './demo/embedded-postgres.ts'
import { layHub } from './demo/lay-hub.ts'
import { endByItself } from './end-by-itself.ts'
import { type HubArguments, parseHubArguments } from './hub-arguments.ts'
import { hubSentence } from './hub-sentences.ts'
import { firstCodes } from './shells/hub/codes.ts'
import { makeOneCode, runHub } from './shells/hub/run.ts'

/** Entry of the hub: `node out/main/hub.js [options]`. */
async function main(wish: HubArguments): Promise<void> {
  const log = openStreamLog(process.stderr)
  process.on('unhandledRejection', (error) => log.error('a promise failed that nobody waited for', 'UNHANDLED', error))
  // Also while it starts: a database of the demo goes with it.
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
  })
  const demo = wish.isDemo && wish.database === null ? await demoDatabase(wish) : null
  try {
    const { language, name } = wish
    const options = { ...wish, database: wish.database ?? demo?.url ?? '', appVersion, log }
    if (wish.codeFor !== null) {
      const made = await makeOneCode(options, wish.codeFor)
      if (!made.ok) throw new Given(made.sentence)
      return say(made.sentence)
    }
    if (wish.isDemo) await layHub({ ...options, name, nowMs: Date.now() })
    const running = await runHub(options)
    if (!running.ok) throw new Given(running.sentence)
    try {
      say(`Earshot hub ready: ${running.address}`)
      if (running.fingerprint !== null) say(hubSentence('fingerprint', language, running.fingerprint))
      for (const line of await firstCodes(running, wish)) say(line)
      await ended
    } finally {
      await running.close()
    }
  } finally {
    await demo?.stop()
  }
}

async function demoDatabase({ language }: HubArguments): Promise<EmbeddedPostgres> {
  let started: EmbeddedPostgres | null
  try {
    started = await startEmbeddedPostgres({ endsByCaller: true, settings: { fsync: 'off' } })
  } catch (error) {
    throw new Given(hubSentence('demo_database', language, error instanceof Error ? error.message : ''))
  }
  if (started === null) throw new Given(hubSentence('no_embedded_postgres', language))
  return started
}

/** A sentence for a person, with which the program ends. */
class Given extends Error {}

const say = (line: string) => void process.stdout.write(`${line}\n`)

const read = parseHubArguments(process.argv.slice(2), process.env)
const giveUp = (sentence: string) => {
  process.stderr.write(`${sentence}\n`)
  endByItself(1)
}
if (!read.ok) giveUp(read.sentence)
else
  main(read.arguments).then(
    () => endByItself(0),
    (error: unknown) => {
      const said = error instanceof Error ? error.message : String(error)
      giveUp(error instanceof Given ? said : hubSentence('surprise', read.arguments.language, said))
    },
  )
