import { resolve } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { oneOf, parseOptions } from './lib/options.mjs'
import { inRoot, productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { superviseOwn } from './lib/supervise.mjs'

const help = `npm run dev -- [--demo] [--data DIR] [--lang zh|en]

  The browser shell with hot reload: Vite serves renderer/ and passes calls on to the console's own server, which is
  rebuilt and restarted when electron/ or shared/ change. Without --data it runs on sample data that is thrown away.`

const known = {
  demo: 'flag',
  data: (value) => resolve(process.env.INIT_CWD ?? process.cwd(), value),
  lang: oneOf('zh', 'en'),
  help: 'flag',
}

async function dev() {
  const { help: helpWanted, ...options } = parseOptions(process.argv.slice(2), known)
  if (helpWanted) return void console.log(help)
  await ensureInstalled()
  if (!options.data) options.demo = true
  const passed = Object.entries(options).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, value],
  )
  return superviseOwn(productNode(), [inRoot('scripts', 'lib', 'dev-server.mjs'), ...passed])
}

await runMain(dev)
