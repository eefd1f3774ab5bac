import { createRequire, syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'

/** Joins a hub or leaves it, and kills itself before or after one file is renamed or removed. `after rename team.json` */
const [dataFolder = '', doing = '', moment = ''] = process.argv.slice(2)
const [when = '', what = '', file = ''] = moment.split(' ')

const fs = createRequire(import.meta.url)('node:fs')
const name = `${what}Sync`
const plain = fs[name]
fs[name] = (...given: [string, string?]) => {
  const isIt = given.some((path) => typeof path === 'string' && basename(path) === file)
  if (isIt && when === 'before') process.kill(process.pid, 'SIGKILL')
  plain(...given)
  if (isIt) process.kill(process.pid, 'SIGKILL')
}
syncBuiltinESMExports()

const { aConsole, accepted, clientOf } = await import('../builders/console.ts')
const { linkPace } = await import('../builders/team-desk.ts')
const console = await aConsole(dataFolder, { linkPace })
const { team } = clientOf(console.call)
if (doing === 'leave') await accepted(team.leave({}))
else await accepted(team.join({ address: doing, code: 'GOOD-CODE', deskName: '东窗' }))
await console.close()
