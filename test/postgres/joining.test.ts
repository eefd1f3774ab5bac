import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engine } from '../../electron/storage/engine/engine.ts'
import { type PostgresEngine, postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { rows, write } from '../../electron/storage/engine/query.ts'
import { allDesks, deskByToken, deskToHear, greetDesk, revokeDesk } from '../../electron/storage/hub/desks.ts'
import { succeedDesks } from '../../electron/storage/hub/former-desks.ts'
import { type ForWhom, insertJoinCode, joinWithCode, sweepJoinCodes } from '../../electron/storage/hub/join-codes.ts'
import { hashOfCode, hashOfToken, newJoinCode, newToken } from '../../electron/storage/hub/secrets.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'
import { waitingHere } from '../builders/waiting-locks.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let other: PostgresEngine
beforeEach(async () => {
  house = await anOpenRoom()
  other = postgresEngine({ connectionString: house.url })
})
afterEach(async () => {
  await other.close()
  await house.close()
})

const at = shanghai('09:00')
async function aCode(whom: ForWhom): Promise<string> {
  const code = newJoinCode()
  await house.engine.transact(() => insertJoinCode(hashOfCode(code), whom, at))
  return code
}
function join(
  code: string,
  change: { name?: string; token?: string; deskName?: string; when?: string; engine?: PostgresEngine | undefined } = {},
) {
  const { name, token = newToken(), deskName = '东侧一号', when = at, engine } = change
  const newPerson = name === undefined ? null : { id: house.clock.newId(), name }
  const desk = { id: house.clock.newId(), name: deskName, tokenHash: hashOfToken(token) }
  return (engine ?? house.engine).transact(() =>
    joinWithCode({ codeHash: hashOfCode(code), newPerson, desk, at: when }),
  )
}

test('a code lets one desk in, also where two ask at two hubs in one moment, and however it is typed', async () => {
  const code = await aCode({ role: 'coordinator' })
  expect(await join(newJoinCode())).toBe('code_unknown')
  expect(await join(code)).toBe('name_needed')
  expect(await join(code, { name: '王敏', when: shanghai('10:00') })).toBe('code_expired')
  expect(hashOfCode(' ol0i-b')).toBe(hashOfCode('0101B'))
  expect(hashOfCode('　ｏ１０1－ｂ')).toBe(hashOfCode('0101B'))
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
  const wishes = [1, 2, 3, 4].map((turn) => ({ name: `王敏${turn}`, engine: turn % 2 === 0 ? other : undefined }))
  const answers = await Promise.all(
    wishes.map(({ engine, ...wish }) => join(typed, engine ? { ...wish, engine } : wish)),
  )
  expect(answers.filter((answer) => answer === 'code_used')).toHaveLength(3)
  expect(await accepted(house.people.list({}, nobody))).toMatchObject([{ role: 'coordinator' }])
  expect(await house.engine.read(allDesks)).toMatchObject([{ name: '东侧一号', madeAt: at, seenAt: null }])
  expect(await house.engine.transact(() => sweepJoinCodes(shanghai('10:00')))).toBe(0)
  expect(await house.engine.transact(() => sweepJoinCodes(shanghai('10:01')))).toBe(1)
})

test('a token speaks for its person as they are now, until one of the two is taken back', async () => {
  const wang = await house.aPerson('王敏')
  const [token, second] = [newToken(), newToken()]
  await join(await aCode({ personId: wang }), { token })
  await join(await aCode({ personId: wang }), { token: second, deskName: '东侧二号' })
  const found = (shown: string) => house.engine.read(() => deskByToken(hashOfToken(shown)))
  const desk = await found(token)
  expect(desk).toMatchObject({ name: '东侧一号', generation: 0, person: { id: wang, name: '王敏', role: 'listener' } })
  expect(await found(newToken())).toBe('unknown')
  const deskId = typeof desk === 'string' ? '' : desk.id
  expect(await house.engine.transact(() => revokeDesk(deskId, at))).toBe(true)
  expect(await found(token)).toBe('revoked')
  expect(await house.engine.transact(() => greetDesk(deskId, at))).toBe('revoked')
  const late = await aCode({ personId: wang })
  await accepted(house.people.remove({ personId: wang, seenVersion: null }, nobody))
  expect(await found(second)).toBe('person_removed')
  expect(await join(late)).toBe('person_removed')
})

test('a desk that joined anew goes on with what was begun under its former tokens; tokens that are nobody’s change nothing', async () => {
  const [former, foreign, token] = [newToken(), newToken(), newToken()]
  const idOf = async (shown: string) => {
    await join(await aCode({ role: 'listener' }), { name: '李强', token: shown })
    const desk = await house.engine.read(() => deskByToken(hashOfToken(shown)))
    return typeof desk === 'string' ? '' : desk.id
  }
  const [old, other, fresh] = [await idOf(former), await idOf(foreign), await idOf(token)]
  const begun = [
    `INSERT INTO session (id, purpose, started_at, desk_id) VALUES (:deskId, 'listen', :at, :deskId)`,
    `INSERT INTO export_record (id, format, folder, file_name, state, selection_json, scope, language, ticket_count, created_at, desk_id)
      VALUES (:deskId, 'csv', '/share', 'a', 'preparing', '{}', '', 'zh', 1, :at, :deskId)`,
  ]
  for (const deskId of [old, other])
    for (const sql of begun) await house.engine.transact(() => write(sql, { deskId, at }))
  const owners = () =>
    house.engine.read(function* () {
      const of = (table: string) => rows(`SELECT id, desk_id AS deskId FROM ${table} ORDER BY rowid`)
      return { sessions: yield* of('session'), files: yield* of('export_record') }
    })
  const owned = (by: string) => [
    { id: old, deskId: by },
    { id: other, deskId: other },
  ]
  const succeeds = (...tokens: string[]) =>
    house.engine.transact(() => succeedDesks(fresh, tokens.map(hashOfToken), at))
  await succeeds()
  await succeeds(newToken(), token)
  expect(await owners()).toEqual({ sessions: owned(old), files: owned(old) })
  await house.engine.transact(() => revokeDesk(old, at))
  await succeeds(newToken(), former)
  await succeeds(former)
  expect(await owners()).toEqual({ sessions: owned(fresh), files: owned(fresh) })
})

test('a desk that joined anew while its former token counted takes its name back, and is there once', async () => {
  const [former, token, foreign] = [newToken(), newToken(), newToken()]
  const person = await house.aPerson('王敏')
  const enters = async (shown: string) => {
    await join(await aCode({ personId: person }), { token: shown })
    const desk = await house.engine.read(() => deskByToken(hashOfToken(shown)))
    const deskId = typeof desk === 'string' ? '' : desk.id
    await house.engine.transact(() => greetDesk(deskId, at))
    return deskId
  }
  const [old, fresh] = [await enters(former), await enters(token)]
  const desks = async () => (await house.engine.read(allDesks)).map(({ id, name, revokedAt }) => [id, name, revokedAt])
  expect(await desks()).toEqual([
    [old, '东侧一号', null],
    [fresh, '东侧一号 (2)', null],
  ])
  await house.engine.transact(() => succeedDesks(fresh, [hashOfToken(former)], at))
  expect(await desks()).toEqual([
    [fresh, '东侧一号', null],
    [old, '东侧一号', at],
  ])
  // Of somebody else's desk of that name it takes nothing.
  const other = await enters(foreign)
  await house.engine.transact(() => revokeDesk(fresh, at))
  await join(await aCode({ role: 'listener' }), { name: '李强' })
  await house.engine.transact(() => succeedDesks(other, [hashOfToken(token)], at))
  expect((await desks()).slice(0, 2)).toEqual([
    [expect.any(String), '东侧一号', null],
    [other, '东侧一号 (2)', null],
  ])
})

test('a desk whose answer was lost on the way joins once more under its name; the one that never came is gone', async () => {
  const person = await house.aPerson('王敏')
  const lost = newToken()
  await join(await aCode({ personId: person }), { token: lost })
  await join(await aCode({ personId: person }), { when: shanghai('09:01') })
  expect(await house.engine.read(allDesks)).toMatchObject([
    { name: '东侧一号', revokedAt: null },
    { name: '东侧一号', revokedAt: shanghai('09:01') },
  ])
  expect(await house.engine.read(() => deskByToken(hashOfToken(lost)))).toBe('revoked')
})

test('desks of one name are told apart, also where they join in one moment; one that is gone gives its name back', async () => {
  const codes = await Promise.all([1, 2, 3].map(() => aCode({ role: 'listener' })))
  await Promise.all(codes.map((code, turn) => join(code, { name: '王敏', engine: turn === 1 ? other : undefined })))
  const names = async () => (await house.engine.read(allDesks)).filter(({ revokedAt }) => revokedAt === null)
  const known = await names()
  expect(known.map(({ name }) => name)).toEqual(['东侧一号', '东侧一号 (2)', '东侧一号 (3)'])
  await house.engine.transact(() => revokeDesk(known[0]?.id ?? '', at))
  await join(await aCode({ role: 'listener' }), { name: '李强' })
  expect((await names()).map(({ name }) => name)).toEqual(['东侧一号', '东侧一号 (2)', '东侧一号 (3)'])
})

test('a greeting makes earlier connections old, and waits for what one of them is doing', async () => {
  const token = newToken()
  await join(await aCode({ role: 'listener' }), { name: '李强', token })
  const desk = await house.engine.read(() => deskByToken(hashOfToken(token)))
  const deskId = typeof desk === 'string' ? '' : desk.id
  const hear = (generation: number, hub: Engine = house.engine) => hub.transact(() => deskToHear(deskId, generation))
  expect(await house.engine.transact(() => greetDesk(deskId, at))).toBe(1)
  let greeted: Promise<unknown> | null = null
  const order: string[] = []
  await other.within(async () => {
    expect(await hear(1, other)).toMatchObject({ id: deskId })
    greeted = Promise.resolve(house.engine.transact(() => greetDesk(deskId, at))).then((generation) =>
      order.push(`greeted ${generation}`),
    )
    while (order.length === 0 && (await house.engine.read(waitingHere)) === 0);
    order.push('heard')
  })
  await greeted
  expect(order).toEqual(['heard', 'greeted 2'])
  expect([await hear(1), await hear(2)]).toMatchObject(['superseded', { generation: 2 }])
})
