import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { electronBinary, electronObstacle } from '../../scripts/lib/electron.mjs'
import { runElectron } from '../../scripts/lib/run-electron.mjs'
import { startShell } from '../../scripts/lib/shell.mjs'
import { aFolder } from '../builders/console.ts'

let folder: ReturnType<typeof aFolder>

beforeEach(() => {
  folder = aFolder()
})

afterEach(() => {
  folder.remove()
  vi.unstubAllEnvs()
})

/** A program in Electron's place that does what Electron would do here. */
function aBinary(script: string, firstLine = '#!/bin/sh') {
  const path = join(folder.path, 'electron')
  writeFileSync(path, `${firstLine}\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

async function run(script: string) {
  const shown = { stdout: new PassThrough().setEncoding('utf8'), stderr: new PassThrough().setEncoding('utf8') }
  const end = await runElectron(aBinary(script), ['--demo'], shown)
  return { end, stdout: shown.stdout.read() as string | null, stderr: shown.stderr.read() as string | null }
}

const says = (words: string) => `cat >&2 <<'END'\n${words}\nEND`
const sandbox =
  "[77996:0908/150845.938417:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:166] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I'm aborting now. You need to make sure that /opt/dist/chrome-sandbox is owned by root and has mode 4755."

describe.skipIf(process.platform === 'win32')('Electron that dies before it is ready', () => {
  test.each([
    [
      'a missing system library',
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory',
      'exit 127',
      'the system library libnss3.so is missing',
      /^Install the package that brings libnss3\.so/,
    ],
    [
      'a system that is too old',
      "electron: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.36' not found (required by electron)",
      'exit 1',
      'this system is too old for it: GLIBC_2.36 is missing',
      /^Use a newer system/,
    ],
    [
      'user namespaces restricted, the sandbox helper without its rights',
      sandbox,
      'kill -TRAP $$',
      'this system does not let it build its sandbox',
      /sudo chmod 4755 ".*\/chrome-sandbox"$/,
    ],
    [
      'no sandbox at all',
      '[12:0101/000000.0:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+ …',
      'kill -TRAP $$',
      'this system does not let it build its sandbox',
      /chrome-sandbox/,
    ],
    [
      'a screen that does not answer',
      '[9:0101/000000.0:ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:250] Missing X server or $DISPLAY\n[9:0101/000000.0:ERROR:ui/aura/env.cc:257] The platform failed to initialize.  Exiting.',
      'exit 1',
      'it cannot reach the screen',
      /DISPLAY/,
    ],
    [
      'no graphics',
      "[8:0101/000000.0:FATAL:content/browser/gpu/gpu_data_manager_impl_private.cc:415] GPU process isn't usable. Goodbye.",
      'kill -TRAP $$',
      'the graphics of this machine cannot be used',
      /graphics driver/,
    ],
    [
      'no shared memory',
      '[5:0101/000000.0:FATAL:base/memory/platform_shared_memory_region_posix.cc:208] Unable to access(W_OK|X_OK) /dev/shm: Permission denied (13)',
      'kill -TRAP $$',
      '/dev/shm cannot be used',
      /1777/,
    ],
    [
      'a fault nobody knows',
      '[5:0101/000000.0:FATAL:base/allocator.cc:1] Out of luck.',
      'kill -SEGV $$',
      'it ended with SIGSEGV before it was ready: Out of luck.',
      /node_modules\/electron\/dist/,
    ],
    [
      'killed by the system for its signature, without a word',
      '',
      'kill -KILL $$',
      'it ended with SIGKILL before it was ready',
      /dist/,
    ],
  ])('%s: one reason, one remedy, none of its own words', async (_, words, end, why, remedy) => {
    const died = await run(`${says(words)}\n${end}`)
    expect(died.end.trouble?.why).toBe(why)
    expect(died.end.trouble?.remedy).toMatch(remedy)
    expect(died.stderr).toBeNull()
  })

  test('a file that is no program is a reason too', async () => {
    const path = aBinary('', 'rubbish')
    chmodSync(path, 0o644)
    expect((await runElectron(path, [])).trouble?.why).toBe('its binary cannot be run: EACCES')
    expect((await runElectron(join(folder.path, 'nothing'), [])).trouble?.why).toBe('its binary cannot be run: ENOENT')
  })

  test('graphics that fail just after it was ready are a reason, too', async () => {
    const died = await run(
      `echo 'Earshot ready: app://console/'; sleep 0.1; ${says("[8:0:FATAL:gpu.cc:4] GPU process isn't usable. Goodbye.")}\nkill -TRAP $$`,
    )
    expect(died.end.trouble?.why).toBe('the graphics of this machine cannot be used')
  })
})

describe.skipIf(process.platform === 'win32')('Electron that lives', () => {
  test('what it says is shown once it is ready, and its end is told as it was', async () => {
    const lived = await run(`${says('a warning')}\necho 'Earshot ready: app://console/'; sleep 0.1; exit 3`)
    expect(lived).toEqual({ end: { code: 3 }, stdout: 'Earshot ready: app://console/\n', stderr: 'a warning\n' })
  })

  test("the application's own refusal is shown and no reason to try another shell", async () => {
    const refused = await run(`${says('[1:0:ERROR:ui/ozone.cc:1] Failed to connect to Wayland display')}
      ${says('The data folder is in use.')}\nexit 1`)
    expect(refused.end).toEqual({ code: 1 })
    expect(refused.stderr).toMatch(/The data folder is in use\.\n$/)
  })

  test('a second start that hands over to the first ends well', async () => {
    expect((await run('exit 0')).end).toEqual({ code: 0 })
  })
})

describe('what is started', () => {
  const trouble = { why: 'the system library libnss3.so is missing', remedy: 'Install it' }
  const shells = (end: Awaited<ReturnType<typeof runElectron>>) => ({
    electron: vi.fn(async () => end),
    browser: vi.fn(async () => 0),
  })

  test('without a wish: one line why, and the browser shell with the same options', async () => {
    const said: unknown[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.push(text)
      return true
    })
    const tried = shells({ trouble })
    const code = await startShell(undefined, ['--lang', 'en'], tried)
    write.mockRestore()
    expect(code).toBe(0)
    expect(said).toEqual([
      'Electron cannot start (the system library libnss3.so is missing): using the browser shell.\n',
    ])
    expect(tried.browser).toHaveBeenCalledWith(['--lang', 'en'])
  })

  test('--shell electron: what to do, and nothing else is started', async () => {
    const tried = shells({ trouble })
    await expect(startShell('electron', [], tried)).rejects.toThrow(
      'Electron cannot start: the system library libnss3.so is missing. Install it, or leave out --shell electron and the console opens in a browser.',
    )
    expect(tried.browser).not.toHaveBeenCalled()
  })

  test('--shell browser asks Electron nothing; Electron that ran is not followed by another shell', async () => {
    const tried = shells({ code: 7 })
    expect(await startShell('browser', [], tried)).toBe(0)
    expect(tried.electron).not.toHaveBeenCalled()
    expect(await startShell(undefined, [], tried)).toBe(7)
    expect(tried.browser).toHaveBeenCalledTimes(1)
  })

  test('a screen and an ordinary user are asked for on Linux alone', () => {
    const screen = { DISPLAY: ':0' }
    expect(electronObstacle({ platform: 'linux', env: {}, userId: 1000 })?.why).toBe('there is no screen here')
    expect(electronObstacle({ platform: 'linux', env: screen, userId: 0 })?.why).toMatch(/as root/)
    expect(electronObstacle({ platform: 'linux', env: screen, userId: 1000 })).toBeUndefined()
    expect(electronObstacle({ platform: 'linux', env: { WAYLAND_DISPLAY: 'w' }, userId: 1000 })).toBeUndefined()
    expect(electronObstacle({ platform: 'darwin', env: {}, userId: 0 })).toBeUndefined()
  })

  test("a binary elsewhere is found where Electron's own variable points", () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder.path)
    expect(electronBinary()).toBeUndefined()
    const path = aBinary('exit 0')
    expect(electronBinary()).toBe(path)
  })
})
