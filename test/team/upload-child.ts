import { openForWriting } from '../../electron/storage/open.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { openHubLink } from '../../electron/team/hub-link.ts'
import { makeUploader } from '../../electron/team/uploader.ts'

/** Sends what waits in this database in lots of a few rows, says before each that it goes, and «done» at the end, if it comes to that. */
const [path = '', address = '', hubId = '', token = ''] = process.argv.slice(2)
const db = openForWriting(path)
makeJournal(db, systemClock.now, () => {})
const way = { address: new URL(address), fingerprint: null, hubId, token }
const link = openHubLink({ ...way, appVersion: '0.0.0', clock: systemClock })
const told = {
  ...link,
  upload: (...lot: Parameters<typeof link.upload>) => {
    process.stdout.write('lot\n')
    return link.upload(...lot)
  },
}
const log = { info: () => {}, warn: () => {}, error: () => {} }
const uploader = makeUploader({ db, link: told, log, changed: () => {}, restMs: 1, mostRows: 11 })
const timer = setInterval(() => {
  if (uploader.progress().rows > 0) return
  clearInterval(timer)
  process.stdout.write('done\n')
}, 5)
