import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { makeUploader, type Uploader } from '../../electron/team/uploader.ts'
import { aFarHub } from './far-hub.ts'
import { someoneListening } from './listening.ts'

/** Somebody who listens at a desk that belongs to a hub, which is away until it comes back. */
export async function aMember(mostRows?: number) {
  const house = await someoneListening()
  const hub = aFarHub()
  hub.knows(house.db)
  hub.goesAway()
  let uploader: Uploader | undefined
  makeJournal(house.db, house.clock.now, () => uploader?.noticed())
  let told = 0
  const open = () => {
    uploader = makeUploader({
      ...{
        db: house.db,
        link: hub.link,
        log: house.parts.log,
        restMs: 1,
        againMs: 1,
        ...(mostRows === undefined ? {} : { mostRows }),
      },
      changed: () => {
        told += 1
      },
    })
    return uploader
  }
  return {
    ...house,
    hub,
    /** The uploader of this run; another one after `restart`. */
    uploader: open(),
    told: () => told,
    restart: async () => {
      await uploader?.close()
      return open()
    },
    close: async () => {
      await uploader?.close()
      hub.db.close()
      await house.close()
    },
  }
}
