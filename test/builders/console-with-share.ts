import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aConsole, aFolder, clientOf } from './console.ts'

/** A console with a data folder of its own, and a folder that stands for a shared drive beside it. */
export async function aConsoleWithShare(change: Parameters<typeof aConsole>[1] = {}) {
  const folder = aFolder()
  const share = join(folder.path, 'share')
  mkdirSync(share)
  const data = join(folder.path, 'data')
  const console = await aConsole(data, change)
  const close = async () => {
    await console.close()
    folder.remove()
  }
  return { share, data, console, client: clientOf(console.call), close }
}
