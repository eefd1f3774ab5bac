import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { isOnlyInstance } from '../../electron/shells/electron/single-instance.ts'
import { app, StandInEvent } from '../electron-stand-in/app.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const folder = mkdtempSync(join(tmpdir(), 'earshot-instance-'))
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
