import { join } from 'node:path'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../../electron/storage/open.ts'
import { filesBelow } from '../../builders/bytes-of.ts'
import { aCall, aConsole, accepted, aFolder, aNoteIn, clientOf } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { aShellWithKeys } from '../../builders/shell-with-keys.ts'
import { heardHere, markOf, placesOf, wordsEverywhere } from '../../builders/words-everywhere.ts'

test('of no column that carries words of a call a byte stands readable in any file once it is sealed, where the system keeps keys', async () => {
  const folder = aFolder()
  const data = join(folder.path, 'data')
  const console = await aConsole(data, { shell: aShellWithKeys })
  const client = clientOf(console.call)
  const { callId, sessionId } = await aCall(client)
  await accepted(client.sessions.end({ sessionId }))
  const tables = heardHere()
  const db = openForWriting(join(data, 'earshot.db'))
  runOn(db, wordsEverywhere(tables, { callId, newId: v7 }))
  db.close()
  /** Of the columns, those whose words some file holds. */
  const readable = (folder = data) => {
    const bytes = Buffer.concat(filesBelow(folder).map((file) => file.bytes))
    return placesOf(tables).filter((place) => bytes.includes(markOf(place)))
  }
  const inCopies = () => readable(join(data, 'backups'))
  await accepted(client.workspace.backUpNow({}))
  expect(readable()).toEqual(placesOf(tables))
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  await accepted(client.workspace.backUpNow({}))
  await expect.poll(inCopies, patience).toEqual([])
  // While the console runs on as well, in the database and in its log.
  await expect.poll(() => readable(), patience).toEqual([])
  await console.close()
  expect(readable()).toEqual([])
  folder.remove()
})

test('nor of what was noted in a call that was sealed while it was heard, as soon as it is over; nor of what was sealed before the key was read', async () => {
  const folder = aFolder()
  const data = join(folder.path, 'data')
  let console = await aConsole(data)
  let client = clientOf(console.call)
  const readable = () => {
    const bytes = Buffer.concat(filesBelow(data).map((file) => file.bytes))
    return ['紫檀木匣子', '门窗都关了'].filter((words) => bytes.includes(words))
  }
  const cry = async (words: string) => {
    const { callId, sessionId } = await aCall(client)
    await aNoteIn(client, callId, 1, words)
    const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
    await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
    await accepted(client.sessions.end({ sessionId }))
  }
  await cry('紫檀木匣子')
  await console.close()
  expect(readable()).toEqual(['紫檀木匣子'])
  console = await aConsole(data, { shell: aShellWithKeys })
  client = clientOf(console.call)
  await cry('门窗都关了')
  await expect.poll(readable, patience).toEqual([])
  await console.close()
  folder.remove()
})
