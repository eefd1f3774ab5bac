import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { Log } from '../adapters/log/log-port.ts'
import type { SettingsPort } from '../adapters/settings/settings-port.ts'
import { type ConsoleOptions, openConsole } from '../compose.ts'
import { errorCode } from '../error-code.ts'
import type { ShellPort } from '../services/parts.ts'
import { aCompany, type Told } from './company/a-company.ts'
import { askThrough, demoSettings } from './demo-asker.ts'
import { fillTeam, layBookings, myNextStart } from './demo-bookings.ts'
import { makeDemoClock } from './demo-clock.ts'
import { demoConversations } from './demo-conversations.ts'
import { layHeardIssues, layLastSession } from './demo-listening.ts'
import { layRoom } from './demo-room.ts'
import { demoSteps } from './demo-steps.ts'
import { demoPeople } from './people-and-seats.ts'
import { DAY_MS, type Stage } from './stage.ts'

export interface DemoOptions {
  readonly dataFolder: string
  /** Made when it can be, and offered for exports. */
  readonly exportFolder: string
  readonly settings: SettingsPort
  readonly log: Log
  readonly appVersion: string
  /** What «now» is to the newcomer, in milliseconds since 1970. */
  readonly nowMs: number
  /** A company of thousands in several call centres, instead of one room; how far it is laid is told meanwhile. */
  readonly company?: Told | undefined
}

/**
 * Fills an empty data folder with a month of invented work up to now, through the same services a person uses, so that
 * deadlines, histories and search are what they would be. A folder that already has people in it is left as it is.
 */
export async function layDemo(wish: DemoOptions): Promise<void> {
  const { dataFolder, exportFolder, settings, log, appVersion, nowMs, company } = wish
  const clock = makeDemoClock(nowMs - 31 * DAY_MS)
  const seat = demoSettings(settings)
  const shell: ShellPort = {
    kind: 'browser',
    chooseFolder: async () => 'not_here',
    showInFolder: async () => 'no_file_window',
    openOutside: async () => 'not_here',
    quit: () => {},
  }
  const folder = { dataFolder, settings: seat, shell, log, appVersion, isDemo: true } as const
  // Not by a clock of a month ago: what is there already would take its time from it, a session that runs above all.
  if (existsSync(join(dataFolder, 'earshot.db')) && (await hasPeople({ ...folder, clock: makeDemoClock(nowMs) })))
    return
  const opened = await openConsole({ ...folder, clock })
  // The console proper meets the same obstacle a moment later and has the words for it.
  if (!opened.ok) return
  const ask = askThrough(opened.console.call)
  try {
    if ((await ask('workspace', 'status', {})).state !== 'ready') return
    const people = []
    for (const wish of demoPeople) people.push(await ask('people', 'add', { ...wish, email: null }))
    const [me] = people
    if (me === undefined) throw new Error('demo: nobody')
    const mineStartsMs = myNextStart(nowMs)
    const steps = demoSteps(clock)
    const stage: Stage = { ask, people, me, nowMs, sit: seat.sit, later: steps.later }
    const fill = company === undefined ? await aTeam(stage, mineStartsMs) : await aCompany(stage, mineStartsMs, company)
    layHeardIssues(stage)
    layBookings(stage, mineStartsMs, fill)
    layLastSession(stage)
    await steps.run()

    const conversations = join(dataFolder, 'conversations')
    mkdirSync(conversations, { recursive: true })
    for (const [fileName, content] of Object.entries(demoConversations))
      layBeside(conversations, fileName, `${JSON.stringify(content, null, 2)}\n`)
    // A folder somebody chose before there were people here stays chosen.
    const chosen = settings.read().exportFolder ?? madeOrNone(exportFolder)
    settings.save({ me: me.id, isFirstRunDone: true, exportFolder: chosen })
  } finally {
    await opened.console.close()
  }
}

/** Also true of a folder that cannot be read: nothing is laid into it. */
async function hasPeople(folder: ConsoleOptions): Promise<boolean> {
  const opened = await openConsole(folder)
  if (!opened.ok) return true
  try {
    const ask = askThrough(opened.console.call)
    return (await ask('workspace', 'status', {})).state !== 'ready' || (await ask('people', 'list', {})).length > 0
  } finally {
    await opened.console.close()
  }
}

/** Under the next name that is free: a folder without people may hold somebody's own conversations. */
function layBeside(folder: string, fileName: string, text: string): void {
  const { name, ext } = parse(fileName)
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? fileName : `${name} (${copy})${ext}`)
    try {
      // The system is the referee: a name that exists, be it a link to nowhere, is never written through.
      writeFileSync(path, text, { flag: 'wx' })
      return
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** Without a folder for exports the demo is as good, and asks for one at the first export. */
function madeOrNone(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return null
  }
}

async function aTeam(stage: Stage, startsMs: number) {
  await layRoom(stage.ask, startsMs)
  return fillTeam(stage)
}
