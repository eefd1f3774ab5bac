import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileDrop, makeFileDrop } from '../../electron/adapters/file-drop/file-drop.ts'
import { aDeliveryRoom, mark } from '../builders/deliveries.ts'
import type { Fault } from './faulty-child.ts'

let room: ReturnType<typeof aDeliveryRoom>
let drop: FileDrop
beforeEach(() => {
  room = aDeliveryRoom()
})
afterEach(() => {
  drop.close()
  room.remove()
  delete process.env.EARSHOT_FAULTS
})

/** A drive that refuses so; with the console's mark when it is not ours. */
function onDrive(faults: readonly Fault[], ofConsole = mark): FileDrop {
  process.env.EARSHOT_FAULTS = JSON.stringify(faults)
  drop = makeFileDrop({ mark: ofConsole, entry: new URL('./faulty-child.ts', import.meta.url) })
  return drop
}
const noLinks: Fault = { call: 'link', code: 'EIO' }

describe('without hard links', () => {
  test.each(['EIO', 'EPERM', 'ENOSYS'])(
    'a drive that says %s gets its file, under a name of this console',
    async (code) => {
      const end = await onDrive([{ call: 'link', code }]).deliver(room.aDelivery()).end
      expect(end).toMatchObject({ kind: 'delivered', fileName: 'a_01_k7qf.csv' })
      expect(room.inShare()).toEqual(['a_01_k7qf.csv'])
    },
  )

  test('two consoles that see nothing of each other’s files never take the same name', async () => {
    const [ours, theirs] = [Buffer.from('ours'), Buffer.from('theirs')]
    // Each is told that the folder is empty and every name free, as a stale list of names tells it.
    const stale: Fault[] = [noLinks, { call: 'readdir', code: 'EACCES' }, { call: 'lstat', code: 'ENOENT' }]
    await onDrive(stale).deliver(room.aDelivery({ bytes: ours })).end
    await onDrive(stale, 'wxzz').deliver(room.aDelivery({ bytes: theirs })).end
    const found = room.inShare().map((name) => readFileSync(join(room.share, name), 'utf8'))
    expect(found).toEqual(['ours', 'theirs'])
  })

  test('a name that differs in case alone is taken', async () => {
    writeFileSync(join(room.share, 'A_01_K7QF.CSV'), 'theirs')
    const delivery = room.aDelivery()
    const end = { kind: 'delivered', fileName: 'a_02_k7qf.csv' }
    expect(await onDrive([noLinks]).deliver(delivery).end).toMatchObject(end)
    // The word of it was lost: the same file is found, not placed again.
    expect(await drop.deliver({ ...delivery, mayBeThere: true }).end).toMatchObject(end)
    expect(room.inShare()).toEqual(['A_01_K7QF.CSV', 'a_02_k7qf.csv'])
  })
})

describe('held for a moment', () => {
  test.each(['EBUSY', 'EPERM', 'EACCES'])('a rename refused thrice with %s is done', async (code) => {
    const end = await onDrive([noLinks, { call: 'rename', code, times: 3 }]).deliver(room.aDelivery()).end
    expect(end).toMatchObject({ kind: 'delivered' })
  })

  test('a rename refused for good: told as that with the system’s code, nothing left', async () => {
    const end = await onDrive([noLinks, { call: 'rename', code: 'EPERM' }]).deliver(room.aDelivery()).end
    expect(end).toEqual({ kind: 'refused', reason: 'rename_refused', said: 'EPERM rename' })
    expect(room.inShare()).toEqual([])
  })

  test('a temporary file that another program holds does not stay', async () => {
    const faults: Fault[] = [noLinks, { call: 'rename', code: 'ENOSPC' }, { call: 'rm', code: 'EBUSY', times: 4 }]
    expect(await onDrive(faults).deliver(room.aDelivery()).end).toMatchObject({ reason: 'folder_full' })
    expect(room.inShare()).toEqual([])
  })
})

describe('names with a dot in front', () => {
  const dotted = '/.'
  test.each([
    ['when the file is made', { call: 'open', code: 'EACCES', path: dotted }],
    ['only when it is closed', { call: 'close', code: 'ENOENT', path: dotted }],
  ] satisfies [string, Fault][])('refused %s: another kind is taken', async (_, fault) => {
    const drive = onDrive([fault])
    expect(await drive.checkFolder(room.aProbe())).toMatchObject({ reason: null })
    expect(await drive.deliver(room.aDelivery()).end).toMatchObject({ kind: 'delivered', fileName: 'a_01.csv' })
    expect(room.inShare()).toEqual(['a_01.csv'])
  })

  test('refused, and temporary names too: the plainest is taken', async () => {
    const faults: Fault[] = ['/.', '/~', '.tmp'].map((path) => ({ call: 'open', code: 'EACCES', path }))
    expect(await onDrive(faults).deliver(room.aDelivery()).end).toMatchObject({ kind: 'delivered' })
  })

  test('a folder that refuses every name is told by its first word', async () => {
    expect(await onDrive([{ call: 'open', code: 'EACCES' }]).checkFolder(room.aProbe())).toEqual({
      reason: 'folder_read_only',
      said: 'EACCES open',
    })
  })
})

test('a drive that fails at close is not ready', async () => {
  expect(await onDrive([{ call: 'close', code: 'EIO' }]).checkFolder(room.aProbe())).toMatchObject({
    reason: 'drive_lost',
    said: 'EIO close',
  })
  expect(room.inShare()).toEqual([])
})

test('bytes in this machine’s own folder that are held are not gone', async () => {
  const delivery = room.aDelivery()
  const held: Fault = { call: 'read', code: 'EBUSY', path: delivery.exportId }
  expect(await onDrive([held]).deliver(delivery).end).toMatchObject({ reason: 'outbox_refused', said: 'EBUSY read' })
})

test.each([
  ['nothing', '', []],
  ['a piece, and holes', '工\0\0\0', []],
  ['more than was sent', '工单工单', ['a_01.csv']],
  ['what somebody else put there meanwhile', '别人的', ['a_01.csv']],
])(
  'under the final name lies %s: it was not delivered, and nothing but our own bytes is removed',
  async (_, lies, left) => {
    const end = await onDrive([{ call: 'garble', code: lies, path: 'a_01.csv' }]).deliver(room.aDelivery()).end
    expect(end).toMatchObject({ kind: 'refused', reason: 'bytes_differ' })
    expect(room.inShare()).toEqual(left)
    for (const name of left) expect(readFileSync(join(room.share, name), 'utf8')).toBe(lies)
  },
)

test('a folder inside a share is known by where the share is mounted', async () => {
  const folder = join(room.share, 'sub')
  mkdirSync(folder)
  const above = await onDrive([]).checkFolder(room.aProbe({ folder }))
  expect(await drop.checkFolder(room.aProbe({ folder, mountPoint: folder }))).toMatchObject({ reason: 'drive_away' })
  expect(above).toMatchObject({ reason: null })
})
