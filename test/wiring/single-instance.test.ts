import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runningConsoles, sayRunning } from '../../electron/shells/electron/running-consoles.ts'
import { isLinkTaken, isOnlyInstance } from '../../electron/shells/electron/single-instance.ts'
import { app, StandInEvent } from '../electron-stand-in/app.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const folder = mkdtempSync(join(tmpdir(), 'earshot-instance-'))
vi.mock('env-paths', () => ({ default: () => ({ cache: folder }) }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  app.removeAllListeners()
  app.setPath('userData', folder)
})

const ears = () => ({ comeForward: vi.fn(), followLink: vi.fn() })
const secondStart = (...argv: string[]) => app.emit('second-instance', new StandInEvent(), argv, '/', null)

test('a second start brings the first forward, and its link is followed', () => {
  const first = ears()
  expect(isOnlyInstance(first)).toBe(true)
  secondStart('earshot', '--allow-file-access-from-files', 'earshot://call?ref=7')
  expect(first.comeForward).toHaveBeenCalledOnce()
  expect(first.followLink.mock.calls).toEqual([['earshot://call?ref=7']])
})

test('without a link it only comes forward', () => {
  const lock = vi.spyOn(app, 'requestSingleInstanceLock').mockReturnValueOnce(true)
  const first = ears()
  isOnlyInstance(first)
  secondStart('earshot', '--demo')
  expect(first.comeForward).toHaveBeenCalledOnce()
  expect(first.followLink).not.toHaveBeenCalled()
  lock.mockRestore()
})

test('the second one gets false and hears nothing', () => {
  const second = ears()
  expect(isOnlyInstance(second)).toBe(false)
  secondStart('earshot', 'earshot://call?ref=7')
  expect(second.comeForward).not.toHaveBeenCalled()
})

test('macOS brings links as events', () => {
  const lock = vi.spyOn(app, 'requestSingleInstanceLock').mockReturnValueOnce(true)
  const first = ears()
  isOnlyInstance(first)
  const event = new StandInEvent()
  app.emit('open-url', event, 'earshot://call?ref=8')
  expect(event.defaultPrevented).toBe(true)
  expect(first.followLink.mock.calls).toEqual([['earshot://call?ref=8']])
  lock.mockRestore()
})

describe('a link, which names no folder', () => {
  const notices = join(folder, 'running')
  beforeEach(() => rmSync(notices, { recursive: true, force: true }))

  test('finds the console that says it runs, until that has ended', () => {
    const own = join(folder, 'own', 'shell')
    const { takeBack } = sayRunning(own)
    expect(runningConsoles()).toEqual([own])
    takeBack()
    expect(runningConsoles()).toEqual([])
    expect(readdirSync(notices)).toEqual([])
  })

  test('is not misled by a console that was killed, nor by a file of somebody else', () => {
    mkdirSync(notices)
    // No process has this number: it is above what Linux, macOS and Windows give.
    writeFileSync(join(notices, '2147483646'), '/gone')
    writeFileSync(join(notices, 'readme'), '/not/a/notice')
    expect(runningConsoles()).toEqual([])
    expect(readdirSync(notices)).toEqual(['readme'])
  })

  test('an account that may not write there runs all the same', () => {
    writeFileSync(notices, 'a file in place of the folder')
    const { takeBack } = sayRunning('/somewhere')
    expect(runningConsoles()).toEqual([])
    takeBack()
  })

  test('is handed to the first of the consoles that holds its lock; the others are left as they were', () => {
    const [absent, idle, running] = ['absent', 'idle', 'running'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    mkdirSync(idle)
    mkdirSync(running)
    writeFileSync(join(running, 'stand-in.lock'), String(process.pid))
    expect(isLinkTaken([absent, idle])).toBe(false)
    expect(isLinkTaken([absent, idle, running])).toBe(true)
    expect([existsSync(absent), readdirSync(idle)]).toEqual([false, []])
    expect(readdirSync(running).some((name) => name.endsWith('.start'))).toBe(true)
  })
})
