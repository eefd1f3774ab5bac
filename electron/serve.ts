import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openWatchedLog } from './adapters/log/watched-log.ts'
import { openConfSettings } from './adapters/settings/conf-settings.ts'
import { appVersion } from './app-version.ts'
import { parseArguments } from './arguments.ts'
import { chooseDataFolder, demoExportFolder, surpriseSentence, systemLanguage, systemLocale } from './data-folder.ts'
import { layDemo } from './demo/lay-demo.ts'
import { tellLaid } from './demo/tell-laid.ts'
import { endByItself } from './end-by-itself.ts'
import { runBrowserShell } from './shells/browser/run.ts'

/** Entry of the browser shell: `node out/main/serve.js [options]`. */
async function main(): Promise<void> {
  const read = parseArguments(process.argv.slice(2))
  if (!read.ok) return giveUp(read.sentence)
  const wish = read.arguments
  const folder = chooseDataFolder(wish)
  if (!folder.ok) return giveUp(folder.sentence)

  const log = openWatchedLog(folder.path)
  const settings = openConfSettings({ folder: folder.path, askedLanguage: wish.language, locale: systemLocale() })
  if (wish.isDemo) {
    const exportFolder = demoExportFolder(folder.path)
    const company = wish.isCompany ? tellLaid : undefined
    await layDemo({ dataFolder: folder.path, exportFolder, settings, log, appVersion, nowMs: Date.now(), company })
  }
  const built = join(import.meta.dirname, '..', 'renderer')
  const rendererRoot = existsSync(built) ? built : join(import.meta.dirname, '..', '..', 'out', 'renderer')

  let stop = () => {}
  const running = await runBrowserShell({
    dataFolder: folder.path,
    settings,
    log,
    appVersion,
    isDemo: wish.isDemo,
    isThrowAway: folder.isThrowAway,
    port: wish.port,
    opensWindow: wish.opensWindow,
    rendererRoot,
    // The answer to the one who said quit goes out first.
    quit: () => void setImmediate(stop),
  })
  if (!running.ok) {
    folder.discard()
    return giveUp(running.sentence)
  }

  let isStopping = false
  stop = () => {
    if (isStopping) return
    isStopping = true
    running
      .close()
      .then(folder.discard)
      .then(
        () => endByItself(0),
        () => endByItself(1),
      )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  process.stdout.write(`Earshot ready: ${running.address}\n`)
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

main().catch((error: unknown) => giveUp(surpriseSentence(error, systemLanguage())))
