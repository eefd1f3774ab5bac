import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type FileDrop, makeFileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { chooseDataFolder } from '../../../electron/data-folder.ts'
import { aDeliveryRoom, mark } from '../../builders/deliveries.ts'
import { davDrive, gvfsDrive, type NetworkDrive, rcloneDrive, sshfsDrive } from './mounts.ts'
import { type Samba, startSamba } from './samba.ts'
import { GVFS, SFTP_SERVER, whyNotRun } from './tools.ts'

const BYTES = Buffer.alloc(700_000, '听')
/** rclone makes a folder of this name in every share it writes into. */
const own = (names: readonly string[]) => names.filter((name) => name !== '．').sort()

interface Kind {
  readonly name: string
  readonly whyNot: string | null
  open(samba: Samba): Promise<NetworkDrive>
  readonly fileName: string
  /** What is told when the drive is not mounted: some clients take the folder along. */
  readonly away?: string
}
const throughRclone = whyNotRun('smbd', 'smbclient', 'rclone')
const marked = `a_01_${mark}.csv`
const kinds: readonly Kind[] = [
  { name: 'Samba through rclone', whyNot: throughRclone, open: (samba) => rcloneDrive(samba), fileName: marked },
  {
    name: 'Samba through rclone, which keeps files back',
    whyNot: throughRclone,
    open: (samba) => rcloneDrive(samba, { mode: 'writes' }),
    fileName: marked,
  },
  {
    name: 'Samba that refuses names with a dot, through rclone',
    whyNot: throughRclone,
    open: (samba) => rcloneDrive(samba, { share: 'veto' }),
    fileName: marked,
  },
  {
    name: 'Samba through gvfs',
    whyNot: whyNotRun('smbd', 'smbclient', 'gio', 'dbus-run-session', `${GVFS}/gvfsd-fuse`, `${GVFS}/gvfsd-smb`),
    open: gvfsDrive,
    fileName: marked,
    away: 'folder_missing',
  },
  { name: 'sshfs', whyNot: whyNotRun('sshfs', SFTP_SERVER), open: () => sshfsDrive(), fileName: 'a_01.csv' },
  {
    name: 'WebDAV through davfs2',
    whyNot: whyNotRun('mount.davfs', 'rclone'),
    open: () => davDrive(),
    fileName: marked,
  },
]

let samba: Samba
let room: ReturnType<typeof aDeliveryRoom>
let drop: FileDrop
beforeAll(async () => {
  if (throughRclone === null) samba = await startSamba()
  room = aDeliveryRoom()
})
afterAll(async () => {
  room.remove()
  await samba?.remove()
})
afterEach(() => drop?.close())

describe.each(kinds)('$name', ({ name, whyNot, open, fileName, away = 'drive_away' }) => {
  test.skipIf(whyNot !== null)(
    `takes a whole file and nothing else${whyNot === null ? '' : ` (not run: ${whyNot})`}`,
    async () => {
      const drive = await open(samba)
      drop = makeFileDrop({ mark, checkMs: 15_000 })
      try {
        const { path: folder, mountPoint } = drive
        expect(await drop.checkFolder(room.aProbe({ folder }))).toEqual({ reason: null, mountPoint })
        const end = await drop.deliver(room.aDelivery({ folder, bytes: BYTES })).end
        expect(end).toEqual({ kind: 'delivered', fileName, mountPoint })
        // What keeps files back has said «done» by now; the file comes all the same, and alone.
        const there = () => expect(own(readdirSync(drive.serverFolder))).toEqual([fileName])
        await vi.waitFor(there, { timeout: 30_000, interval: 200 })
        expect(readFileSync(join(drive.serverFolder, fileName)).equals(BYTES)).toBe(true)
        const chosen = chooseDataFolder({ dataFolder: join(folder, 'data'), isDemo: false, language: 'zh' })
        expect([name, chosen]).toEqual([name, { ok: false, sentence: expect.stringContaining('网络盘') }])
        // A share that went away leaves an ordinary folder.
        drive.unmount()
        const again = room.aDelivery({ folder, mountPoint })
        expect(await drop.deliver(again).end).toMatchObject({ kind: 'refused', reason: away })
        expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
      } finally {
        await drive.remove()
        if (samba !== undefined)
          for (const left of readdirSync(samba.folder)) rmSync(join(samba.folder, left), { recursive: true })
      }
    },
  )
})
