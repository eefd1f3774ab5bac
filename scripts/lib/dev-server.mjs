import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createSocket } from 'node:net'
import { resolveConfig } from 'electron-vite'
import { build, createServer, mergeConfig } from 'vite'
import { inRoot, productNode, root } from './paths.mjs'
import { say } from './progress.mjs'

/*
 * The product knows nothing of this server: Vite stands in front, on its own loopback port, and passes the
 * door's socket on to the console's server. That server checks Host and Origin, so both are rewritten here, after this
 * server has checked that the page is its own.
 */

async function freePort() {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}

const consolePort = await freePort()
const consoleOrigin = `http://127.0.0.1:${consolePort}`
const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'serve', 'development')

const isOwnPage = (request) => request.headers.origin === `http://${request.headers.host}`

const server = await createServer(
  mergeConfig(config.renderer, {
    configFile: false,
    optimizeDeps: { entries: [inRoot('renderer', 'index.html')] },
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: {
        '/door': {
          target: consoleOrigin,
          changeOrigin: true,
          ws: true,
          bypass: (request) => (isOwnPage(request) ? undefined : false),
          rewriteWsOrigin: true,
        },
      },
    },
  }),
)
await server.listen()
const pageOrigin = `http://127.0.0.1:${server.httpServer.address().port}`

let running
let restarts = Promise.resolve()

async function stopConsole() {
  const child = running
  running = undefined
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** The token changes with every start, so the new address is printed each time. */
async function restartConsole() {
  await stopConsole()
  const args = ['out/main/serve.js', ...process.argv.slice(2), '--port', String(consolePort), '--no-open']
  running = spawn(productNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  running.stdout.setEncoding('utf8').on('data', (text) => process.stdout.write(text.replace(consoleOrigin, pageOrigin)))
}

async function stop() {
  await restarts
  await stopConsole()
  await server.close()
  process.exit(0)
}
process.on('SIGINT', stop).on('SIGTERM', stop)

const watcher = await build(mergeConfig(config.main, { configFile: false, build: { watch: {} } }))
let broken = false
watcher.on('event', async (event) => {
  if (event.code === 'START') broken = false
  if (event.code === 'ERROR') {
    broken = true
    say(event.error.message)
  }
  if (event.code === 'BUNDLE_END' || event.code === 'ERROR') await event.result?.close()
  // One after the other: two quick saves must not leave two consoles on one port.
  if (event.code === 'END' && !broken) restarts = restarts.then(restartConsole)
})
