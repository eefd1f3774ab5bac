import { resolve } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { oneOf, parseOptions, portNumber } from './lib/options.mjs'
import { runMain } from './lib/refusal.mjs'
import { startShell } from './lib/shell.mjs'

const help = `npm start -- [options]

  --demo                     sample data in a throw-away folder (unless --data is given)
  --company                  the same of a company: 25,000 managers, 60 seats in three rooms, a week of 3,800 bookings
  --data DIR                 where the data lives (default: the system's folder for application data)
  --shell electron|browser   default: Electron when its binary is here or can be fetched, else the browser shell
  --port N                   port of the browser shell on this machine (0 = any free port)
  --no-open                  do not open a window
  --lang zh|en               language of the console
  --help                     this text`

const known = {
  demo: 'flag',
  company: 'flag',
  // npm changes into the package's folder; the person meant the folder they stood in.
  data: (value) => resolve(process.env.INIT_CWD ?? process.cwd(), value),
  shell: oneOf('electron', 'browser'),
  port: portNumber,
  'no-open': 'flag',
  lang: oneOf('zh', 'en'),
  help: 'flag',
}

async function start() {
  const { help: helpWanted, shell: wish, ...passed } = parseOptions(process.argv.slice(2), known)
  if (helpWanted) return void console.log(help)
  await ensureInstalled()
  await ensureBuilt()
  const options = Object.entries(passed).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, String(value)],
  )
  return startShell(wish, options)
}

await runMain(start)
