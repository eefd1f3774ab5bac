import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeFileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { aDeliveryRoom, mark } from '../../builders/deliveries.ts'
import { anExportHouse, type ExportHouse } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { gvfsDrive, type NetworkDrive, rcloneDrive, sshfsDrive } from './mounts.ts'
import { type Samba, startSamba } from './samba.ts'
import { GVFS, SFTP_SERVER, whyNotRun } from './tools.ts'

/** What a person is told within is what is asserted; the line itself may take longer to notice. */
const BACK_WITHIN_MS = 10_000
const clients = [
  { client: 'rclone', whyNot: whyNotRun('smbd', 'smbclient', 'rclone'), open: rcloneDrive },
  {
    client: 'gvfs',
    whyNot: whyNotRun('smbd', 'smbclient', 'gio', 'dbus-run-session', `${GVFS}/gvfsd-fuse`, `${GVFS}/gvfsd-smb`),
    open: gvfsDrive,
  },
].map((each) => ({ ...each, title: each.whyNot === null ? each.client : `${each.client} (not run: ${each.whyNot})` }))

describe.each(clients)('a Samba server through $title', ({ whyNot, open }) => {
  let samba: Samba
  let drive: NetworkDrive
  let house: ExportHouse
  let warnings: string[]
  beforeEach(async () => {
    if (whyNot !== null) return
    samba = await startSamba()
    drive = await open(samba)
    warnings = []
    const log = { info: () => {}, warn: (line: string) => void warnings.push(line), error: () => {} }
    house = await anExportHouse({ log }, { mark })
    await house.aTicket()
  })
  afterEach(async () => {
    if (whyNot !== null) return
    await house.close()
    await drive.remove()
    await samba.remove()
  })

  const waiting = async () => {
    await vi.waitFor(async () => expect(await house.ledger()).toMatchObject([{ state: 'waiting' }]), {
      timeout: 60_000,
      interval: 100,
    })
    return (await house.ledger())[0]
  }
  const delivered = () =>
    vi.waitFor(async () => expect(await house.ledger()).toMatchObject([{ state: 'delivered' }]), {
      timeout: BACK_WITHIN_MS,
      interval: 50,
    })
  const onServer = () => readdirSync(samba.folder).filter((name) => name !== '．')

  test.skipIf(whyNot !== null)(
    'that was killed is named, with the system’s code in the log; once back it gets the file within seconds',
    async () => {
      await samba.kill()
      await accepted(house.start({ folder: drive.path }))
      const record = await waiting()
      expect(record?.reason).not.toBe('unknown')
      expect(warnings[0]).toMatch(/^an export waits: \w+ \(E[A-Z]+ \w+\)$/)
      await samba.startAgain()
      await delivered()
      expect(onServer()).toEqual([(await house.ledger())[0]?.fileName])
    },
  )

  test.skipIf(whyNot !== null)(
    'that stalls in the middle leaves an export that waits; once it goes on the file is there, and nothing else',
    async () => {
      await accepted(house.start({ folder: drive.path }))
      samba.stall()
      const record = await vi.waitFor(
        async () => {
          const [found] = await house.ledger()
          if (found?.state !== 'waiting' && found?.state !== 'delivered') throw new Error(found?.state)
          return found
        },
        { timeout: 60_000, interval: 100 },
      )
      expect(record.reason).not.toBe('unknown')
      samba.goOn()
      await delivered()
      await vi.waitFor(async () => expect(onServer()).toEqual([(await house.ledger())[0]?.fileName]), {
        timeout: 10_000,
      })
    },
  )
})

const whyNoSsh = whyNotRun('sshfs', SFTP_SERVER)
describe.skipIf(whyNoSsh !== null)(`sshfs${whyNoSsh === null ? '' : ` (not run: ${whyNoSsh})`}`, () => {
  test('whose client died says so and not «unknown»; unmounted, its empty folder gets nothing', async () => {
    const drive = await sshfsDrive()
    const room = aDeliveryRoom()
    const drop = makeFileDrop({ mark })
    try {
      const folder = join(drive.path, 'team')
      mkdirSync(folder)
      const first = await drop.deliver(room.aDelivery({ folder })).end
      expect(first).toMatchObject({ kind: 'delivered', mountPoint: drive.path })
      await drive.client?.kill()
      const dead = await drop.deliver(room.aDelivery({ folder, mountPoint: drive.path })).end
      expect(dead).toMatchObject({ kind: 'refused', reason: 'drive_lost', said: expect.stringMatching(/^ENOTCONN /) })
    } finally {
      drop.close()
      await drive.remove()
      room.remove()
    }
  })
})
