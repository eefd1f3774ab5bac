import { expect, test } from 'vitest'
import enRooms from '../../../resources/locales/en/rooms.json' with { type: 'json' }
import enShell from '../../../resources/locales/en/shell.json' with { type: 'json' }
import zhRooms from '../../../resources/locales/zh/rooms.json' with { type: 'json' }
import zhShell from '../../../resources/locales/zh/shell.json' with { type: 'json' }
import { UNNAMED_ROOM } from './unnamed-room.ts'

test('files, windows and notices of the system call a room that nobody named the same', () => {
  expect([zhRooms.unnamed, zhShell.unnamedRoom]).toEqual([UNNAMED_ROOM.zh, UNNAMED_ROOM.zh])
  expect([enRooms.unnamed, enShell.unnamedRoom]).toEqual([UNNAMED_ROOM.en, UNNAMED_ROOM.en])
})
