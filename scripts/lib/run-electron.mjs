import { dirname, join } from 'node:path'
import { electronTrouble } from './electron-troubles.mjs'
import { exitCode, supervise } from './supervise.mjs'

const keptOutput = 200_000

/**
 * Runs Electron until it ends: { code }, or { trouble: { why, remedy } } when Electron itself could not live here.
 * Until the console is ready its errors are held back: who starts it reads one line about a crash, not Chromium's own words.
 */
export async function runElectron(binary, args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  let wasReady = false
  let output = ''
  const hear = (child) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout.write(text)
      if (wasReady || !/^Earshot ready:/m.test(text)) return
      wasReady = true
      stderr.write(output)
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      if (wasReady) stderr.write(text)
      output = (output + text).slice(-keptOutput)
    })
  }
  const end = await supervise(binary, args, { onStart: hear })
  const sandboxHelper = join(dirname(binary), 'chrome-sandbox')
  const trouble = end.wasAsked ? undefined : electronTrouble(end, output, { wasReady, sandboxHelper })
  if (trouble !== undefined) return { trouble }
  if (!wasReady) stderr.write(output)
  return { code: exitCode(end) }
}
