import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { aDeliveryRoom } from '../../builders/deliveries.ts'
import { rcloneDrive } from './mounts.ts'
import { startSamba } from './samba.ts'
import { whyNotRun } from './tools.ts'

const CLASHES = 10
const whyNot = whyNotRun('smbd', 'smbclient', 'rclone')

describe.skipIf(whyNot !== null)(`two consoles, one share${whyNot === null ? '' : ` (not run: ${whyNot})`}`, () => {
  test(`of ${CLASHES} clashes none costs a file, though neither sees the other’s`, async () => {
    const samba = await startSamba()
    const room = aDeliveryRoom()
    // An hour old: neither hears of what the other puts there.
    const drives = [await rcloneDrive(samba, { listAge: '1h' }), await rcloneDrive(samba, { listAge: '1h' })]
    const drops = ['k7qf', 'wxzz'].map((mark) => makeFileDrop({ mark }))
    try {
      for (let clash = 0; clash < CLASHES; clash += 1) {
        const names = [`a_${clash}_01.csv`, `a_${clash}_02.csv`]
        const contents = drives.map((_, index) => `clash ${clash}, console ${index}`)
        const ends = drives.map(({ path: folder }, index) => {
          const bytes = Buffer.from(contents[index] ?? '')
          return drops[index]?.deliver(room.aDelivery({ folder, bytes, fileNames: names })).end
        })
        expect((await Promise.all(ends)).map((end) => end?.kind)).toEqual(['delivered', 'delivered'])
        const found = readdirSync(samba.folder).filter((name) => name.startsWith(`a_${clash}_`))
        expect(found.map((name) => readFileSync(join(samba.folder, name), 'utf8')).sort()).toEqual(contents)
        for (const name of found) rmSync(join(samba.folder, name))
      }
    } finally {
      for (const drop of drops) drop.close()
      for (const drive of drives) await drive.remove()
      await samba.remove()
      room.remove()
    }
  })
})
