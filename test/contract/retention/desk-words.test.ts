import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deskWords } from '../../../electron/services/retention/desk-words.ts'
import { makeFolder } from '../../../electron/set-aside.ts'
import { copyDatabase } from '../../../electron/storage/file/backup.ts'
import { advanceNoteSearch } from '../../../electron/storage/search/note-search.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { bytesOf } from '../../builders/bytes-of.ts'
import { accepted } from '../../builders/outcomes.ts'
import { someoneForgetting } from '../../builders/retention.ts'
import { nobody } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof someoneForgetting>>
let words: ReturnType<typeof deskWords>
beforeEach(async () => {
  desk = await someoneForgetting()
  words = deskWords(desk.parts, { isMember: false })
})
afterEach(async () => {
  await words.stop()
  await desk.close()
})

const WORD = '紫檀木匣子'
const here = () => accepted(Promise.resolve(words.here({}, nobody)))
/** Whether the bytes of the word stand in the file, or in what SQLite keeps beside it. */
const filesWith = (word: string): string[] =>
  ['', '-wal', '-shm']
    .filter((suffix) => existsSync(desk.parts.databasePath + suffix))
    .filter((suffix) => bytesOf(desk.parts.databasePath + suffix).includes(Buffer.from(word)))

describe('when a session’s words went', () => {
  test('no byte of them is left in the file or its log, whatever the pages went through', async () => {
    // So many that pages split, long ones among them; what a ticket quotes stays between them on every page.
    const quoted: string[] = []
    for (let number = 0; number < 300; number += 1) {
      const text = `${WORD}${number} ${'很长的话'.repeat(number % 7 === 0 ? 300 : number % 11)}`
      const note = await desk.aNote(number % 5 === 0 ? `留下的${number}` : text, { offsetMs: number })
      if (number % 5 === 0) quoted.push(note.id)
      else if (number % 3 === 0)
        await accepted(
          desk.notes.edit(
            { noteId: note.id, kind: 'view', text: `${text}改`, issueTypeId: null, seenVersion: null },
            nobody,
          ),
        )
    }
    await accepted(desk.tickets.open(desk.openWish(quoted), desk.asker))
    await desk.leave()
    while (!advanceNoteSearch(desk.db, 100)) {}
    await desk.rule({ notes: 30 })
    expect(filesWith(WORD)).toContain('-wal')
    await desk.daysPass(40)
    await words.run()
    expect(filesWith(WORD)).toEqual([])
    expect(desk.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(quoted.length)
    expect(desk.db.prepare('SELECT count(*) FROM note_search').pluck().get()).toBe(quoted.length)
  })

  test('an end between the deletion and the emptying of the log is made up for the next time', async () => {
    await desk.aNote(WORD)
    await desk.leave()
    await desk.rule({ notes: 30 })
    await desk.daysPass(40)
    await desk.forget()
    expect(filesWith(WORD)).toEqual(['-wal'])
    await words.run()
    expect(filesWith(WORD)).toEqual([])
  })

  test('nothing is deleted while somebody listens', async () => {
    await desk.aNote(WORD)
    await desk.leave()
    await desk.rule({ notes: 30 })
    await desk.daysPass(40)
    const next = await accepted(desk.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))
    await words.run()
    expect(await desk.tablesWith(WORD)).toEqual(['note'])
    await accepted(desk.sessions.end({ sessionId: next.id }, nobody))
    await words.run()
    expect(await desk.tablesWith(WORD)).toEqual([])
  })
})

describe('what is half done', () => {
  test('is told by session and day, goes by its own rule, and then its session may go', async () => {
    await desk.aNote('写完的')
    await accepted(desk.notes.storeDraft(desk.draftWish(WORD), desk.asker))
    await desk.leave()
    await desk.rule({ drafts: 20, notes: 30 })
    await desk.daysPass(20)
    expect((await here()).drafts).toMatchObject({
      count: 1,
      items: [{ sessionId: desk.session.id, goesOn: '2026-10-09', stays: null }],
    })
    await words.run()
    expect(await accepted(desk.notes.halfDone({}, nobody))).toHaveLength(1)
    await desk.daysPass(1)
    await words.run()
    expect(await accepted(desk.notes.halfDone({}, nobody))).toEqual([])
    expect(filesWith(WORD)).toEqual([])
    expect((await here()).ledger).toMatchObject([{ kind: 'drafts', items: 1 }])
    await desk.daysPass(30)
    await words.run()
    expect(await desk.tablesWith('写完的')).toEqual([])
  })

  test('of a session that goes on is never too old', async () => {
    await accepted(desk.notes.storeDraft(desk.draftWish(WORD), desk.asker))
    await desk.rule({ drafts: 7 })
    await desk.daysPass(100)
    await words.run()
    expect((await here()).drafts.items).toMatchObject([{ stays: 'open' }])
    expect(await accepted(desk.notes.halfDone({}, nobody))).toHaveLength(1)
  })
})

test('a deletion that comes to grief is told, until one gets through', async () => {
  await desk.aNote(WORD)
  await desk.leave()
  await desk.rule({ notes: 30 })
  await desk.daysPass(40)
  desk.db.exec(`CREATE TRIGGER full BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'as where the disk is full'); END`)
  await words.run()
  expect(await here()).toMatchObject({ failedAt: desk.clock.now(), ledger: [] })
  expect(desk.events.at(-1)).toMatchObject({ kind: 'changed', topics: expect.arrayContaining(['retention']) })
  const failed = { failedAt: desk.clock.now() }
  // One that is put off because somebody listens does not get through.
  const next = await accepted(desk.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))
  await words.run()
  expect(await here()).toMatchObject(failed)
  await accepted(desk.sessions.end({ sessionId: next.id }, nobody))
  // Nor one while it is looked at again whether the clock is right.
  desk.clockJumps(40)
  await words.run()
  expect(await here()).toMatchObject(failed)
  await desk.daysPass(30)
  desk.db.exec('DROP TRIGGER full')
  await words.run()
  expect(await here()).toMatchObject({ failedAt: null, ledger: [{ items: 1 }] })
  expect(filesWith(WORD)).toEqual([])
})

describe('copies', () => {
  const aCopy = (name: string) => {
    makeFolder(join(desk.parts.dataFolder, 'backups'))
    copyDatabase(desk.db, join(desk.parts.dataFolder, 'backups', name))
    return join(desk.parts.dataFolder, 'backups', name)
  }

  test('older than their rule go, but for the newest; what is told says until when one holds what went', async () => {
    await desk.leave()
    const [first, second, newest] = [
      'earshot_2026-09-01_010000Z.db',
      'earshot_2026-09-10_010000Z.db',
      'earshot_2026-09-17_010000Z.db',
    ].map(aCopy)
    const damaged = join(desk.parts.dataFolder, 'earshot_damaged_2020-01-01_010000.db')
    writeFileSync(damaged, WORD)
    const found = new Date('2026-09-12T01:00:00.000Z')
    utimesSync(damaged, found, found)
    await desk.rule({ copies: 20 })
    await desk.daysPass(8)
    expect(await here()).toMatchObject({ copies: { count: 4, toGo: 1 }, copiesHoldUntil: '2026-10-08' })
    await words.run()
    expect([first, second, newest].map((path) => existsSync(path ?? ''))).toEqual([false, true, true])
    desk.clockJumps(400)
    await words.run()
    expect(existsSync(damaged)).toBe(true)
    // The newest is older than its rule, and stays until there is a newer one.
    const { today, copiesHoldUntil } = await here()
    expect(copiesHoldUntil).toBe(daysAfter(today, 1))
    await desk.daysPass(18)
    await words.run()
    expect([first, second, newest].map((path) => existsSync(path ?? ''))).toEqual([false, false, true])
    expect(existsSync(damaged)).toBe(false)
    expect((await here()).ledger.map(({ kind, items }) => [kind, items])).toEqual([
      ['copies', 2],
      ['copies', 1],
    ])
  })

  test('of a clock that stood ahead are as old as they are: they go in their turn, and the newest is the one that was made last', async () => {
    await desk.leave()
    await desk.rule({ copies: 20 })
    await words.run()
    desk.clockJumps(400)
    await desk.runs()
    const ahead = aCopy('earshot_2027-10-23_010000Z.db')
    const beside = join(desk.parts.dataFolder, 'earshot_damaged_2027-10-23_010000.db')
    writeFileSync(beside, WORD)
    utimesSync(beside, new Date('2027-10-23T01:00:00.000Z'), new Date('2027-10-23T01:00:00.000Z'))
    await words.run()
    desk.clockJumps(-400)
    await desk.daysPass(3)
    const newest = aCopy('earshot_2026-09-20_010000Z.db')
    await words.run()
    expect(await here()).toMatchObject({ copies: { count: 3, toGo: 0, oldestAt: '2027-10-23T01:00:00.000Z' } })
    await desk.daysPass(40)
    await words.run()
    expect([ahead, beside, newest].map((path) => existsSync(path))).toEqual([false, false, true])
    expect(desk.db.prepare(`SELECT count(*) FROM counted_day WHERE id LIKE 'copy:%'`).pluck().get()).toBe(3)
    await words.run()
    expect(desk.db.prepare(`SELECT id FROM counted_day WHERE id LIKE 'copy:%'`).pluck().all()).toEqual([
      'copy:earshot_2026-09-20_010000Z.db',
    ])
  })

  test('without a rule stay, and it is told that they hold it as long as they are kept', async () => {
    aCopy('earshot_2020-09-01_010000Z.db')
    await desk.leave()
    await desk.rule({ notes: 30 })
    await words.run()
    expect(await here()).toMatchObject({
      copies: { count: 1, toGo: 0, oldestAt: '2020-09-01T01:00:00.000Z' },
      copiesHoldUntil: null,
    })
  })
})
