import { join } from 'node:path'
import { app } from 'electron'
import { appVersion } from '../../app-version.ts'
import { type Arguments, parseArguments } from '../../arguments.ts'
import { type ConsoleOptions, openConsole } from '../../compose.ts'
import {
  type ChosenFolder,
  chooseDataFolder,
  defaultDataFolder,
  demoExportFolder,
  surpriseSentence,
  systemLanguage,
} from '../../data-folder.ts'
import { layDemo } from '../../demo/lay-demo.ts'
import { tellLaid } from '../../demo/tell-laid.ts'
import { makeFolder } from '../../set-aside.ts'
import { wordsOf } from '../words.ts'
import { registerAppScheme } from './app-protocol.ts'
import { closeCleanly } from './close-cleanly.ts'
import { ownArguments } from './command-line.ts'
import { type Desk, layDesk } from './desk.ts'
import { desktop } from './dialogs.ts'
import { isLink, linkIn, linkScheme } from './links.ts'
import { ownOrigin } from './own-pages.ts'
import { refuseToStart } from './refuse-to-start.ts'
import { runningConsoles, sayRunning } from './running-consoles.ts'
import { secureApp } from './security.ts'
import { isLinkTaken, isOnlyInstance } from './single-instance.ts'

type Settings = ConsoleOptions['settings']
type Folder = Extract<ChosenFolder, { ok: true }>

/** Adapters: only the entry may make them. */
export interface StartParts {
  argv: readonly string[]
  openSettings(options: { folder: string; askedLanguage: Arguments['language']; locale: string }): Settings
  openLog(dataFolder: string): ConsoleOptions['log']
}

/** Starts the Electron shell: everything that must come before `ready`, then the console, then the desktop around it. */
export async function start(parts: StartParts): Promise<void> {
  const { argv } = parts
  const systemWords = wordsOf(systemLanguage())
  try {
    secureApp()
    registerAppScheme()
    // An AppImage starts itself like this where the system refuses user namespaces; customers' words want the sandbox.
    if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox'))
      return refuseToStart(systemWords, systemWords.dialog.noSandbox)
    const read = parseArguments(ownArguments(argv))
    if (!read.ok) return refuseToStart(systemWords, read.sentence)
    // A link names no folder: the usual console is asked first, then those with a folder of their own.
    if (argv.some(isLink) && isLinkTaken([userDataIn(defaultDataFolder()), ...runningConsoles()])) return app.exit(0)
    const folder = chooseDataFolder(read.arguments)
    if (!folder.ok) return refuseToStart(systemWords, folder.sentence)
    await startIn(folder, read.arguments, parts)
  } catch (error) {
    refuseToStart(systemWords, surpriseSentence(error, systemLanguage()))
  }
}

/** Chromium's own files lie inside the data folder, which also makes the single-instance lock one of the data folder. */
const userDataIn = (dataFolder: string): string => join(dataFolder, 'shell')

async function startIn(folder: Folder, wish: Arguments, { argv, openSettings, openLog }: StartParts): Promise<void> {
  const userData = userDataIn(folder.path)
  makeFolder(userData)
  app.setPath('userData', userData)

  let desk: Desk | null = null
  let early = linkIn(argv)
  const followLink = (link: string) => {
    if (desk === null) early = link
    else desk.followLink(link)
  }
  if (!isOnlyInstance({ comeForward: () => desk?.show(), followLink })) return app.exit(0)
  // Not a demo's: what is noted in a call of a link must still be there tomorrow.
  if (wish.dataFolder !== null && !wish.isDemo) app.on('quit', sayRunning(userData).takeBack)
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  // Windows shows notifications of known applications only; the same id as in electron-builder.yml.
  if (process.platform === 'win32') app.setAppUserModelId('cn.earshot.console')
  await app.whenReady()

  const log = openLog(folder.path)
  const settings = openSettings({ folder: folder.path, askedLanguage: wish.language, locale: app.getLocale() })
  const words = () => wordsOf(settings.read().language)
  const dataFolder = folder.path
  if (wish.isDemo) {
    const exportFolder = demoExportFolder(dataFolder)
    const company = wish.isCompany ? tellLaid : undefined
    await layDemo({ dataFolder, exportFolder, settings, log, appVersion, nowMs: Date.now(), company })
  }
  const opened = await openConsole({
    dataFolder,
    settings,
    log,
    shell: desktop(words),
    appVersion,
    isDemo: wish.isDemo,
    isThrowAway: folder.isThrowAway,
  })
  if (!opened.ok) {
    discard(folder)
    return refuseToStart(words(), opened.sentence)
  }

  closeCleanly(() => opened.console.close().then(() => discard(folder)))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  desk = layDesk({ console: opened.console, settings, log, dataFolder })
  app.on('activate', desk.show)
  desk.show()
  process.stdout.write(`Earshot ready: ${ownOrigin}/\n`)
  if (early !== null) desk.followLink(early)
}

/** Chromium may still hold files of a throw-away folder on Windows; the system's own cleaning takes what is left. */
function discard(folder: Folder): void {
  try {
    folder.discard()
  } catch {}
}
