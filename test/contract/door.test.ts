import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileLog } from '../../electron/adapters/log/file-log.ts'
import type { OpenConsole } from '../../electron/compose.ts'
import { type DoorParts, makeDoor, type OwnDoor } from '../../electron/door.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Role } from '../../shared/contract/who.ts'
import { aCall, accepted, aFolder, aReadyConsole, clientOf } from '../builders/console.ts'

/** Open to whoever sits at a desk alone. */
const aDoor = (parts: DoorParts): OwnDoor => {
  const door = makeDoor(parts)
  return (call, input) => door(call, input, { personId: null, role: 'trusted' })
}

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let callId: string
/** One console for all: each test says itself what was there before. */
beforeAll(async () => {
  folder = aFolder()
  console = await aReadyConsole(folder.path)
  callId = (await aCall(clientOf(console.call))).callId
})
afterAll(async () => {
  await console.close()
  folder.remove()
})

const bytesOfEverything = () => {
  const db = new Database(join(folder.path, 'earshot.db'), { readonly: true })
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'ticket_search_%'",
    )
    .pluck()
    .all() as string[]
  const rows = Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]))
  db.close()
  return JSON.stringify(rows)
}

test.each([
  'people',
  'people.',
  '.list',
  'people.list.list',
  'people.drop',
  '__proto__.toString',
  'people.__proto__',
  'people.constructor',
  'constructor.constructor',
  'people.hasOwnProperty',
  '',
  'x'.repeat(100_000),
])('a name that the contract does not have is refused: %.30s', async (call) => {
  expect(await console.call(call, {})).toMatchObject({ ok: false, code: 'unknown_call' })
})

test('wrong input is refused by path, without the words that were sent, and leaves no trace', async () => {
  const before = bytesOfEverything()
  const answer = await console.call('people.add', { name: '我家住在朝阳', role: 'queen', department: 7 })
  expect(answer).toMatchObject({ ok: false, code: 'bad_input' })
  expect(JSON.stringify(answer)).not.toContain('朝阳')
  expect(bytesOfEverything()).toBe(before)
})

test('where nothing is masked nothing can be written: a note’s issue type is a short word', async () => {
  const words = { callId, kind: 'voice', text: '你好', offsetMs: 0, issueTypeId: '客户13812345678' }
  const noteId = '01930000-0000-7000-8000-000000000001'
  for (const call of ['notes.add', 'notes.edit', 'notes.storeDraft'])
    expect(await console.call(call, { ...words, noteId, seenVersion: null, caret: 0 })).toMatchObject({
      code: 'bad_input',
    })
})

test('an input above one megabyte is refused whole, counted in bytes and not in characters', async () => {
  const before = bytesOfEverything()
  const limit = { ok: false, code: 'too_large', detail: { limitBytes: 1_000_000 } }
  expect(await console.call('notes.add', { text: '听'.repeat(340_000) })).toEqual(limit)
  expect(await console.call('people.list', { padding: 'x'.repeat(1_000_001) })).toEqual(limit)
  expect(bytesOfEverything()).toBe(before)
})

test('what is no JSON is wrong input: it costs no line of the log', async () => {
  let surprises = 0
  const call = aDoor({
    services: () => ({}),
    isDataSafe: () => true,
    emit: () => {},
    surprise: () => {
      surprises += 1
    },
  })
  const circle: Record<string, unknown> = {}
  circle.again = circle
  const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))
  for (const input of [circle, deep, 1n])
    expect(await call('people.list', input)).toEqual({ ok: false, code: 'bad_input', detail: { issues: [] } })
  expect(surprises).toBe(0)
})

test('a log that cannot be written does not keep the answer back', async () => {
  const call = aDoor({
    services: () => {
      throw new Error('broken')
    },
    isDataSafe: () => true,
    emit: () => {},
    surprise: () => {
      throw new Error('the disk is full')
    },
  })
  expect(await call('people.list', {})).toMatchObject({ ok: false, code: 'unexpected' })
})

test('a hostile object cannot bring the door down', async () => {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('gotcha')
      },
      ownKeys: () => {
        throw new Error('gotcha')
      },
    },
  )
  const before = bytesOfEverything()
  const circle: Record<string, unknown> = {}
  circle.circle = circle
  expect(await console.call('people.add', trap)).toMatchObject({ ok: false, code: 'bad_input' })
  expect(await console.call('people.add', circle)).toMatchObject({ ok: false, code: 'bad_input' })
  const polluted = JSON.parse('{"__proto__": {"name": "x"}, "department": "", "role": "listener"}')
  expect(await console.call('people.add', polluted)).toMatchObject({ ok: false, code: 'bad_input' })
  expect(bytesOfEverything()).toBe(before)
})

test('an accepted change is told to every window, a refused one to nobody', async () => {
  const heard: EarshotEvent[] = []
  const stop = console.on((event) => heard.push(event))
  await console.call('people.add', { name: '', department: '', role: 'listener', employeeNumber: null, email: null })
  expect(heard).toEqual([])
  await console.call('people.add', {
    name: '王敏',
    department: '客服部',
    role: 'listener',
    employeeNumber: null,
    email: null,
  })
  expect(heard).toEqual([{ kind: 'changed', topics: ['people'] }])
  stop()
  await console.call('people.add', {
    name: '李雷',
    department: '客服部',
    role: 'listener',
    employeeNumber: null,
    email: null,
  })
  expect(heard).toHaveLength(1)
})

test('what a customer said is nowhere in the log, whatever goes wrong', async () => {
  const words = '我的手机是13812345678，尿不湿买错了尺码'
  const log = openFileLog(folder.path)
  const services = {
    notes: {
      add: (input: unknown) => {
        const { text } = input as { text: string }
        const error = new TypeError(`cannot store ${text}\n    at privateWords (private-words:1:1)`, { cause: text })
        error.name = text
        throw Object.assign(error, { code: text, text })
      },
      edit: () => Promise.reject(words),
    },
  }
  const door = aDoor({
    services: () => services,
    isDataSafe: () => true,
    emit: () => {},
    surprise: (call, reference, error) => log.error(`${call} failed`, reference, error),
  })
  const noteId = '01930000-0000-7000-8000-000000000001'
  const wish = { noteId, callId: noteId, kind: 'voice', text: words, offsetMs: 0, issueTypeId: null, seenVersion: null }
  const answers = [await door('notes.add', wish), await door('notes.edit', wish)]
  log.info(`a careless line: ${words}`)

  const text = readdirSync(join(folder.path, 'logs'))
    .map((name) => readFileSync(join(folder.path, 'logs', name), 'utf8'))
    .join('')
  const references = answers.map((answer) => (answer.ok ? '' : (answer.detail as { reference: string }).reference))
  for (const reference of references) expect(text).toContain(`[${reference}]`)
  expect(text).toContain('door.test.ts')
  const [first = '', second = ''] = text.split('\n')
  for (const line of [first, second]) expect(line).not.toMatch(/\p{Script=Han}/u)
  expect(text).not.toContain('13812345678')
  expect(text).not.toContain('private-words')
  expect(JSON.stringify(answers)).not.toContain('尿不湿')
})

test('notes go through the whole house', async () => {
  const client = clientOf(console.call)
  const noteId = '01930000-0000-7000-8000-000000000002'
  await accepted(
    client.notes.add({ noteId, callId, kind: 'voice', text: '客户说 13812345678', offsetMs: 5_000, issueTypeId: null }),
  )
  expect(await accepted(client.notes.ofCall({ callId }))).toMatchObject([{ id: noteId, text: '客户说 138****5678' }])
})

test.each([
  ['SQLITE_FULL', { code: 'disk_full', detail: {} }],
  ['ENOSPC', { code: 'disk_full', detail: {} }],
  ['EDQUOT', { code: 'disk_full', detail: {} }],
  ['SQLITE_IOERR_WRITE', { code: 'disk_full', detail: {} }],
  ['SQLITE_IOERR_FSYNC', { code: 'disk_failed', detail: { code: 'SQLITE_IOERR_FSYNC' } }],
  ['SQLITE_READONLY', { code: 'disk_failed', detail: { code: 'SQLITE_READONLY' } }],
  ['SQLITE_CANTOPEN', { code: 'disk_failed', detail: { code: 'SQLITE_CANTOPEN' } }],
  ['EIO', { code: 'disk_failed', detail: { code: 'EIO' } }],
  ['EROFS', { code: 'disk_failed', detail: { code: 'EROFS' } }],
  ['EBUSY', { code: 'file_held', detail: { code: 'EBUSY' } }],
  ['SQLITE_ERROR', { code: 'unexpected' }],
])('%s is a refusal with words of its own, and stands in the log all the same', async (code, refusal) => {
  const logged: string[] = []
  const call = aDoor({
    services: () => ({
      people: {
        list: () => {
          throw Object.assign(new Error('of the system'), { code })
        },
      },
    }),
    isDataSafe: () => true,
    emit: () => {},
    surprise: (name) => void logged.push(name),
  })
  expect(await call('people.list', {})).toMatchObject({ ok: false, ...refusal })
  expect(logged).toEqual(['people.list'])
})

test('an answer is given back only while the data is safe, and work begins only after a look', async () => {
  const looks: string[] = []
  const answers = [true, false, true, Promise.resolve(false)]
  const call = aDoor({
    services: () => ({
      people: { list: () => ({ ok: true, value: [] }) },
      settings: { get: () => ({ ok: true, value: 1 }) },
    }),
    isDataSafe: () => {
      looks.push('look')
      return answers.shift() ?? true
    },
    emit: () => {},
    surprise: () => {},
  })
  expect(await call('people.list', {})).toEqual({ ok: false, code: 'workspace_closed', detail: {} })
  expect(looks).toHaveLength(2)
  expect(await call('settings.get', {})).toMatchObject({ ok: true })
  expect(looks).toHaveLength(2)
  // While the file is being read, the answer waits for what comes out.
  expect(await call('people.list', {})).toEqual({ ok: false, code: 'workspace_closed', detail: {} })
})

test('a call that a change of the database overtook is refused as that, whatever it met; a surprise of today’s is a surprise', async () => {
  const surprised: string[] = []
  const services = (find: () => Promise<never> | Promise<{ ok: true; value: unknown }>) => ({ exports: { find } })
  /** How a long search ends that meanwhile has another database under it, or none. */
  const overtaken = async (end: 'answers' | 'fails', after: 'same' | 'other' | 'closed') => {
    const { promise, resolve, reject } = Promise.withResolvers<{ ok: true; value: unknown }>()
    const begun = Promise.withResolvers<void>()
    let open: ReturnType<typeof services> | object = services(() => {
      begun.resolve()
      return promise
    })
    const call = aDoor({
      services: () => open as ReturnType<typeof services>,
      isDataSafe: () => true,
      emit: () => {},
      surprise: (name) => surprised.push(name),
    })
    const asked = call('exports.find', { text: '券', limit: 10 })
    await begun.promise
    if (after !== 'same') open = after === 'other' ? services(() => promise) : {}
    if (end === 'answers') resolve({ ok: true, value: {} })
    else reject(new TypeError('The database connection is not open'))
    const answer = await asked
    return answer.ok ? 'ok' : answer.code
  }
  expect(await overtaken('answers', 'same')).toBe('ok')
  for (const end of ['answers', 'fails'] as const) {
    expect(await overtaken(end, 'other')).toBe('file_exchanged')
    expect(await overtaken(end, 'closed')).toBe('workspace_closed')
  }
  expect(surprised).toEqual([])
  expect(await overtaken('fails', 'same')).toBe('unexpected')
  expect(surprised).toEqual(['exports.find'])
})

test('on a hub the role says who may, before anything else is looked at; at a desk alone everybody may', async () => {
  const asked: string[] = []
  const door = makeDoor({
    services: () => ({
      people: { list: () => ({ ok: true, value: [] }), remove: () => ({ ok: true, value: {} }) },
      tickets: { departments: () => ({ ok: true, value: [] }) },
    }),
    isDataSafe: () => true,
    emit: () => {},
    surprise: (call) => asked.push(call),
  })
  const removal = { personId: '01930000-0000-7000-8000-000000000001', seenVersion: 0 }
  const answerTo = async (role: Role | 'trusted', input: unknown = removal) => {
    const answer = await door('people.remove', input, { personId: null, role })
    return answer.ok ? 'done' : answer.code
  }
  expect(await answerTo('trusted')).toBe('done')
  expect(await answerTo('coordinator')).toBe('done')
  expect(await answerTo('note_taker')).toBe('not_allowed')
  // Whoever may not is not told either what the input should have been.
  expect(await answerTo('listener', 'nonsense')).toBe('not_allowed')
  expect(await door('people.remove', removal, { personId: null, role: 'listener' })).toEqual({
    ok: false,
    code: 'not_allowed',
    detail: { needs: ['coordinator'] },
  })
  for (const call of ['people.list', 'tickets.departments'])
    expect(await door(call, {}, { personId: null, role: 'listener' })).toMatchObject({ ok: true })
  expect(asked).toEqual([])
})

test('everybody may hear, note and reserve; the rules of the house are the coordinator’s', () => {
  const mayNot = (role: Role) =>
    Object.entries(contract).flatMap(([feature, entries]) =>
      Object.entries(entries)
        .filter(([, { who }]: [string, Entry]) => !who.includes(role))
        .map(([name]) => `${feature}.${name}`),
    )
  expect(mayNot('coordinator')).toEqual([])
  const rules = mayNot('note_taker')
  expect(rules).toEqual(expect.arrayContaining(['people.add', 'people.remove', 'rooms.saveRules', 'calendar.save']))
  const heard = /^(bookings|sessions|notes|conversations|settings|workspace|search|team)\./
  expect(mayNot('listener').filter((call) => heard.test(call))).toEqual([])
  expect(mayNot('listener')).toEqual(expect.arrayContaining([...rules, 'tickets.open', 'tickets.move']))
})
