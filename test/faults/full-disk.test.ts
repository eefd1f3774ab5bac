import { appendFileSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileLog } from '../../electron/adapters/log/file-log.ts'
import { openConfSettings } from '../../electron/adapters/settings/conf-settings.ts'
import { type OpenConsole, openConsole } from '../../electron/compose.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { aCall, aConsole, accepted, aNoteIn, clientOf, consoleOptions } from '../builders/console.ts'
import { aTinyDrive, whyNoDrives } from './mounts.ts'

const cannot = whyNoDrives()
let drive: NonNullable<ReturnType<typeof aTinyDrive>>
let console: OpenConsole
let client: Client
let callId: string

const options = () => ({
  settings: openConfSettings({ folder: drive.path, askedLanguage: 'zh', locale: 'zh-CN' }),
  log: openFileLog(drive.path),
})

beforeEach(async () => {
  if (cannot !== null) return
  const made = aTinyDrive('size=3m')
  if (made === null) throw new Error('no drive')
  drive = made
  console = await aConsole(drive.path, options())
  client = clientOf(console.call)
  callId = (await aCall(client)).callId
  await aNoteIn(client, callId, 1)
})
afterEach(async () => {
  if (cannot !== null) return
  await console.close()
  drive.remove()
})

const filler = () => join(drive.path, 'filler')

function fill(): void {
  writeFileSync(filler(), '')
  for (const bytes of [65_536, 4_096, 512, 1])
    try {
      for (;;) appendFileSync(filler(), Buffer.alloc(bytes))
    } catch {
      // Full, down to pieces of this size.
    }
}

/** The whole text of the note: what is refused must be all of the call, not a part of it. */
const note = (number: number) => ({
  ...{ noteId: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`, callId, kind: 'voice' as const },
  ...{ text: `${'满'.repeat(3_000)}${number}`, offsetMs: number, issueTypeId: null },
})

async function addUntilRefused(): Promise<{ number: number; refusal: unknown }> {
  for (let number = 2; number < 200; number += 1) {
    const answer = await client.notes.add(note(number))
    if (!answer.ok) return { number, refusal: answer }
  }
  throw new Error('never refused')
}

test.skipIf(cannot !== null)(
  `a full disk is a refusal of its own, and nothing that was saved is lost${cannot ?? ''}`,
  async () => {
    fill()
    const { number, refusal } = await addUntilRefused()
    expect(refusal).toEqual({ ok: false, code: 'disk_full', detail: {} })
    expect(
      await client.notes.storeDraft({ ...note(number), draftId: note(number).noteId, noteId: null, caret: 0 }),
    ).toMatchObject({
      code: 'disk_full',
    })
    expect(
      await client.people.add({ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null }),
    ).toMatchObject({ ok: false, code: 'disk_full' })
    expect(await client.settings.save({ theme: 'dark' })).toMatchObject({ ok: false, code: 'disk_full' })
    expect(await client.workspace.backUpNow({})).toMatchObject({ ok: false, code: 'no_space' })
    expect((await accepted(client.notes.ofCall({ callId }))).length).toBe(number - 1)
    expect((await accepted(client.settings.get({}))).theme).toBe('system')

    rmSync(filler())
    // The very same note once more, as the window sends it.
    expect((await client.notes.add(note(number))).ok).toBe(true)
    expect((await client.workspace.backUpNow({})).ok).toBe(true)
  },
)

test.skipIf(cannot !== null)(
  'no room for the step to a new version: said as such, nothing is touched, and with room it opens',
  async () => {
    const small = aTinyDrive('size=1m')
    if (small === null) throw new Error('no drive')
    const path = join(small.path, 'earshot.db')
    copyFileSync(join(import.meta.dirname, '../migrations/fixtures/v10.db'), path)
    writeFileSync(join(small.path, 'filler'), Buffer.alloc(1024 * 1024 - 2 * statSync(path).size + 24 * 1024))
    const before = readFileSync(path)
    const cramped = await aConsole(small.path, { log: options().log })
    const { workspace } = clientOf(cramped.call)
    expect(await accepted(workspace.status({}))).toMatchObject({ state: 'damaged', fault: { kind: 'full' } })
    expect(readFileSync(path).equals(before)).toBe(true)
    rmSync(join(small.path, 'filler'))
    expect(await accepted(workspace.lookAgain({}))).toMatchObject({ state: 'ready', fault: null })
    await cramped.close()
    small.remove()
  },
)

test.skipIf(cannot !== null)(
  'a console closes on a full disk, says so at the next start, and opens with everything after it',
  async () => {
    fill()
    const { number } = await addUntilRefused()
    await console.close()
    fill()
    const full = await openConsole(consoleOptions(drive.path))
    expect(full).toMatchObject({ ok: false, code: 'folder_full' })
    expect(full.ok ? '' : full.sentence).toContain('磁盘已满')
    rmSync(filler())
    console = await aConsole(drive.path, options())
    client = clientOf(console.call)
    expect((await accepted(client.notes.ofCall({ callId }))).length).toBe(number - 1)
  },
)

test.skipIf(cannot !== null)(
  'a cry on a full disk is refused as such while its card is open, and once there is room it is all there, once, and sealed',
  async () => {
    fill()
    await addUntilRefused()
    const evidence = { grade: 'high', kind: 'suicide', words: ['不想活了'.repeat(200)], earVersion: '1' } as const
    const caseId = '01930000-0000-7000-8000-00000000ca5e'
    const at = new Date().toISOString()
    // As the window sends them, in order, and again until they are stored.
    const raise = () =>
      client.lifeChannel.raise({ caseId, callId, origin: 'detected', grade: 'high', evidence, raisedAt: at })
    const press = {
      actId: '01930000-0000-7000-8000-0000000000ac',
      caseId,
      at,
      act: { what: 'step', step: 'orders' },
    } as const
    const details = { callback: '13912345678', address: '建国路 1 号', remark: '一个人'.repeat(100) }
    const kept = { detailsId: '01930000-0000-7000-8000-0000000000de', caseId, at, details }
    const sendAll = async () => [
      await raise(),
      await client.lifeChannel.act(press),
      await client.lifeChannel.keepDetails(kept),
    ]
    expect(await raise()).toMatchObject({ code: 'disk_full' })
    // Nothing is half sealed: the seat goes on, and nobody is told that it is safe.
    expect((await accepted(client.lifeChannel.list({ limit: 5 }))).total).toBe(0)
    expect((await accepted(client.notes.ofCall({ callId }))).length).toBeGreaterThan(0)

    rmSync(filler())
    expect(await sendAll()).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(await sendAll()).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    const { cases } = await accepted(client.lifeChannel.list({ limit: 5 }))
    expect(cases).toMatchObject([{ id: caseId, callId, steps: [{ step: 'orders' }] }])
    expect(await accepted(client.lifeChannel.inHand({}))).toMatchObject([{ details: { callback: '13912345678' } }])
    const session = await accepted(client.sessions.current({}))
    const sealed = await accepted(client.lifeChannel.sealedCalls({ sessionId: session?.id ?? '' }))
    expect(sealed).toMatchObject([{ callId }])
  },
)
