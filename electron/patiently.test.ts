import { renameSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { patiently, patientlySync } from './patiently.ts'

const refusal = (code: string) => Object.assign(new Error(code), { code })
/** Refuses so often, then answers; counts how often it was asked. */
const refusing = (code: string, times: number) => {
  let asked = 0
  const act = () => {
    asked += 1
    if (asked <= times) throw refusal(code)
    return 'done'
  }
  return { act, asked: () => asked }
}
const pausesOf = () => {
  const pauses: number[] = []
  return { pauses, pause: (ms: number) => void pauses.push(ms) }
}

test.each(['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY'])('%s for a moment is no refusal', async (code) => {
  expect(patientlySync(refusing(code, 3).act, () => {})).toBe('done')
  expect(await patiently(async () => refusing(code, 0).act())).toBe('done')
  const { act } = refusing(code, 3)
  expect(
    await patiently(
      async () => act(),
      async () => {},
    ),
  ).toBe('done')
})

test('what is still refused after about a second is refused', async () => {
  const { pauses, pause } = pausesOf()
  const held = refusing('EBUSY', 1_000)
  expect(() => patientlySync(held.act, pause)).toThrow('EBUSY')
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(900)
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(1_200)
  expect(held.asked()).toBe(pauses.length + 1)
  await expect(
    patiently(
      async () => refusing('EPERM', 1_000).act(),
      async () => {},
    ),
  ).rejects.toThrow('EPERM')
})

test.each(['ENOENT', 'ENOSPC', 'EIO', 'EROFS'])('%s does not pass: told at once', async (code) => {
  const { pauses, pause } = pausesOf()
  expect(() => patientlySync(refusing(code, 1).act, pause)).toThrow(code)
  await expect(
    patiently(
      async () => refusing(code, 1).act(),
      async (ms) => pause(ms),
    ),
  ).rejects.toThrow(code)
  expect(pauses).toEqual([])
})

test('what is no refusal of the system is passed on as it is', () => {
  expect(() =>
    patientlySync(
      () => JSON.parse('{'),
      () => {},
    ),
  ).toThrow(SyntaxError)
  expect(() => patientlySync(() => renameSync('/nowhere/a', '/nowhere/b'))).toThrow('ENOENT')
  expect(patientlySync(() => rmSync('/nowhere/a', { force: true }))).toBe(undefined)
})
