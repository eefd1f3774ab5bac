import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { patience } from '../../../test/builders/patience.ts'
import { makeProfile, sweepProfiles } from '../../window-profile.ts'
import { startBrowser, windowArguments } from './open-window.ts'

let folder: string
const before = process.env.TMPDIR
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-window-test-'))
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(folder, 'tmp'))
  process.env.TMPDIR = join(folder, 'tmp')
})
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(folder, { recursive: true, force: true })
})

const dataFolder = () => join(folder, 'data')
const profiles = () => readdirSync(join(folder, 'tmp'))
const place = { x: 40, y: 60, width: 1100, height: 700, isMaximized: false }

/** A program that writes what it was given where a browser would, and runs until it is told to end. */
function aBrowser(script: string): string {
  const path = join(folder, 'browser')
  writeFileSync(
    path,
    `#!/bin/sh\nfor a in "$@"; do case "$a" in --user-data-dir=*) p="\${a#*=}";; esac; done\n${script}\n`,
  )
  chmodSync(path, 0o755)
  return path
}
// Written under another name first: a reader who sees the file sees its words.
const running = `echo "$@" > "$p/typed"; echo "$BREAKPAD_DUMP_LOCATION" > "$p/heard"; mv "$p/heard" "$p/dumps"; trap 'exit 0' TERM; while :; do sleep 0.05; done`
const open = (script: string) =>
  startBrowser(aBrowser(script), { address: 'http://127.0.0.1:1/', dataFolder: dataFolder(), place })

describe.skipIf(process.platform === 'win32')('the profile of the window', () => {
  test('is a folder for own eyes outside the data folder, with the crash reports inside, and goes with the window', async () => {
    const window = await open(running)
    const [profile = ''] = profiles()
    const path = join(folder, 'tmp', profile)
    await vi.waitUntil(() => existsSync(join(path, 'dumps')), patience)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(readFileSync(join(path, 'dumps'), 'utf8').trim()).toBe(join(path, 'crashes'))
    await window?.close()
    expect(profiles()).toEqual([])
    expect(readdirSync(dataFolder())).toEqual([])
  })

  test('goes when the person closes the window, while the console runs on', async () => {
    const window = await open('touch "$p/typed"')
    await vi.waitUntil(() => profiles().length === 0, patience)
    await window?.close()
  })

  test('goes even when a helper of the browser writes into it once more', async () => {
    const window = await open('(sleep 0.1; mkdir -p "$p/crashes"; touch "$p/crashes/settings.dat") & exit 1')
    await window?.close()
    expect(profiles()).toEqual([])
  })

  test('stays as long as a browser that its starter left to itself, and that browser is told to end', async () => {
    const window = await open(
      `(trap 'rm "$p/SingletonLock"; exit 0' TERM; while :; do sleep 0.05; done) & ln -s ${hostname()}-$! "$p/SingletonLock"`,
    )
    const [profile = ''] = profiles()
    await vi.waitUntil(
      () =>
        existsSync(join(folder, 'tmp', profile)) && readdirSync(join(folder, 'tmp', profile)).includes('SingletonLock'),
      patience,
    )
    await window?.close()
    expect(profiles()).toEqual([])
  })

  test('a program that cannot be started is no window and leaves nothing', async () => {
    expect(await startBrowser(join(folder, 'none'), { address: 'x', dataFolder: dataFolder(), place })).toBeNull()
    expect(profiles()).toEqual([])
  })

  test('what a kill left is swept at the next start, another console’s is not, nor that of a window that still runs', () => {
    const [killed, reused, running, others] = [dataFolder(), dataFolder(), dataFolder(), join(folder, 'other')].map(
      (data) => makeProfile(data),
    )
    const browser = spawn('/bin/sh', ['-c', 'sleep 60', 'browser', `--user-data-dir=${running}`])
    const leave = (profile = '', processId = 0) =>
      symlinkSync(`${hostname()}-${processId}`, join(profile, 'SingletonLock'))
    leave(killed, 4_194_304)
    // The number of a browser that was killed belongs to this process now.
    leave(reused, process.pid)
    leave(running, browser.pid)
    mkdirSync(join(dataFolder(), 'window', 'Default'), { recursive: true })
    sweepProfiles(dataFolder())
    browser.kill()
    expect([killed, reused, running, others].map((profile) => existsSync(profile ?? ''))).toEqual([
      false,
      false,
      true,
      true,
    ])
    // Where earlier versions kept it, words and tokens in it.
    expect(readdirSync(dataFolder())).toEqual([])
  })

  test('a folder of somebody’s own that has the name of an earlier profile is not swept', () => {
    const own = join(dataFolder(), 'window')
    mkdirSync(join(own, 'plans'), { recursive: true })
    writeFileSync(join(own, 'plans', 'north.txt'), 'x')
    sweepProfiles(dataFolder())
    expect(readdirSync(join(own, 'plans'))).toEqual(['north.txt'])
  })
})

describe('the window', () => {
  test('keeps nothing on the disk and asks nothing of the network', () => {
    const given = windowArguments('http://127.0.0.1:1/enter/x', '/tmp/p', null)
    for (const one of [
      '--incognito',
      '--inprivate',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
    ])
      expect(given).toContain(one)
    expect(given).toContain('--window-size=1360,860')
    expect(given.some((one) => one.startsWith('--window-position'))).toBe(false)
  })

  test('opens where it stood', () => {
    const given = windowArguments('x', '/tmp/p', { ...place, isMaximized: true })
    expect(given).toEqual(
      expect.arrayContaining(['--window-size=1100,700', '--window-position=40,60', '--start-maximized']),
    )
  })
})
