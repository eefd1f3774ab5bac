import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations, schemaVersion } from '../../electron/storage/migrations/migrations.ts'
import { NewerDatabase, openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

/**
 * SHA-256 of each step's SQL, pinned the day it ships. A step that differs from its hash was changed after databases were
 * made with it: write a new step instead, and add its line here.
 */
const frozen: Record<string, string> = {
  '0001-first-room': 'f32d48f61fab6e72c67bb837d53dd9119a06f1d9aabd72f4811dc4d300df4dfa',
  '0002-time-of-a-call': '9a7a32eb2a9c5b33dbf869d2050e3cbe85e87a6107d03772c0bd45f4d2bfeb83',
  '0003-undo-of-ticket-changes': 'd756804dba94923074b0caa4587d48766e15c92cdb35607273abb4e0af9cb331',
  '0004-export-folders': 'c6f2073201f5c283bd078aa17f1cfec4288930189c33c346292b7f039b12f324',
  '0005-draft-of-its-note': '3a65158e17a6f3eebefa30f570f8ebeb7cf2158b03852b8a4a4b4e837cefb177',
  '0006-lists-in-the-contract': 'e48718451aea3f8287b4f01986f5fc5b8f30fcd06cbdbb20ae31fce20a088a0b',
  '0007-find-everything': '9c5e6ec4bb48194a35967cad548865c156d34f0baf5be08a077c0c2ca02ad7c3',
  '0008-reason-of-a-change': '785ffbe5465161afe61e400396f7c537c2657cb549a5036ebf3fd62784026899',
  '0009-versions': 'ac5b5002801b4ab81575ae218516d44714a4070d0110f549a84ca924c2d4892b',
  '0010-told-seats': '0cd960c3b237988c25491a1a1d5ae26e6e43e98f4529dc935a80333cf37f611c',
  '0011-work-calendar': 'ac11045fc9b8fc903c493ca1b2ba88bdfd148404210142db4bd3603d8df01a5d',
  '0012-who-exported-what': '40324ffaaaada23159d171c5f4d8721b70a4247addf607cb564e8da5749b6b74',
  '0013-seen-version-of-a-draft': '8a8427d815112274f633fe99e22a086a81a572dbd687dcf4b2510bf9df808b85',
  '0014-rule-of-a-search': '18dca5ccbf41266c711966c475f3adac8cf390ea8c3fcd70ab3a7c99860dd845',
  '0015-indexes-of-a-large-archive': 'f2ee9c21ea2d4faeb305e93b1a4f1c0958c78d86a8677cf0ea8b9c97512c2428',
  '0016-counts-that-are-kept': '4ef7545dfb73519e6e80171792d75300a5dbf87ae2ff33138294154f522721f6',
  '0017-duty-passports': '2b9aebc9dbc56506b2d5b54db925e24047966d05154d94bf6d832d1334270466',
  '0018-rooms-and-their-rules': '8f313f1456bff5c81a2ac4c033406500aaa6d2ac3b22bdc744e68562484d7776',
  '0019-bookings-for-others': '3556545a45b13b5cf0a40ae4d528c88ea36dbab5bf21614dd82b0d305846bf1e',
  '0020-swaps-and-no-shows': '90675492d0a518bfccefc2157c67dc98255ae00b64ec198657fd7524f7dab818',
  '0021-waitlist': 'dc4178cb5716b7a622c9f807c51a5fd1008c7013f531b1e3fd1acf666f1bda99',
  '0022-drawn-seats': 'e9413713e09a4028338e2459bf088b69c810751f40756db5802db4a19c8ada9a',
  '0023-sites-and-closed-rooms': '167899f179e5b524cb7ad2ea975b9504816a96fbc06b9cfddfd78a9d1361a605',
  '0024-life-channel': '2016e9a1d2244ef251159a7387db1f963f9da5d869a0257d339c3d691139116f',
  '0025-kinds-of-reminders': '0147272aee6e7ed1895f12c576d11f1f276216e17f2e5d8e5e7d48ce2958fddc',
  '0026-one-person-twice': 'dd1d492d253043631954ed5e9b7c7bc8a95cf458f5ca1ddf4ab66ae8d472dfd4',
  '0027-masking-rules': '7ee4613388c4e53253a6fe75d3afc5bae748faa6974e056b1072c8c1bdb8c03a',
  '0028-silver-hair': '4c46b900035439d02fcec36ccb957e5182fe20e6570371b3fad64923724fb040',
  '0029-meetings': 'd872129081bd047f51f76d0eac57a6854322465416f17f4644e61b8be8c18032',
  '0030-own-words': '5acd248713fd73dbd6889a589e6407f731b8c6e612362cd2454085b7d29505d2',
  '0031-agents-and-thanks': '93bf1021e5c720407d966d38b4995ae8debac963bdb54bdfb47697523c854572',
  '0032-second-meetings': 'bff72972c9b0b4c64b1cd3db32ad36338352c1aaddfe045e559cc182c6a3338e',
  '0033-retention': 'b2138cf71faa227b29540ce23342e567bc1f2cef2ea2dd0fc6c179b0cfe64793',
  '0034-pages-in-the-ledger': 'c942d4633f6c4f4a3b558c860eb52eabd1686b8f509a13c057663f7f9d555d71',
  '0035-counted-days': '3652674ee5767a80b279925a536b2bbd1cbdf11e67678e9983e1102795b27c76',
  '0036-news-of-bookings': '4b5879f28eac88f9c0bb77ef73f7d90e1e1906677e3f345c783916a634e2e08b',
  '0037-what-went-from-a-hub': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '0038-conversations-taken': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '0039-jargon-terms': '073fc7c29495cb89e8fdb294df363bcb88b1759bf2a9c68540368f65647ca27d',
  '0040-lists-brought-in': '2f2a980ed1a9b32fcf7ebd7946233f296280691414e9c8aacdb1cb4ec5fff9a3',
  '0041-calls-of-cases': 'db063ff08ae5f7c0ed6494e376a0e8e5436549bf5285f977e9eb02104e06edfc',
  '0042-who-was-told-of-offers': '4b8411113da407df43ad572256936a57fb64c35f363ba932407d4ef0b7798e1d',
  '0043-troubles-of-desks': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '0044-offers-ahead': '918c6aa2bba3ee261398d2704000123c1e9e73202fbb6fcafb03bac21220ce5f',
  '0045-parts-of-references': 'a3f0f7ff7dedb95b55b53c437824f03bba906eb007731e8033e0665b089d61d1',
  '0046-who-began-what-is-half-done': '1590ee02c79c3a94eba56e3db27ba023f40b21208fbe0ae1b334f9259a4fc34a',
  '0047-read-swaps': 'eed959549288caadee36cf4a8459bf4452d5c5ce110002ff161897331e6cb6ee',
  '0048-news-of-ones-own': '377eb971fc3a4496007db483c6a421b6f27b5dbc3ff33b69d51576ff13612f28',
  '0049-what-else-went': 'aa6dfa44d5a66e4afdf0a985a45d973f4c2857bd7358dee698667e32629cae94',
  '0050-thanks-hold-nothing': 'e2f0ed7d992314c7b01dfdfe83eea6fdf46258726bf593719b58d909463cb5bf',
  '0051-coupons-are-the-callers': 'b253ab799f1306b679af2eff4e8f607d7afbc4afd9119a399fdcf74008d2a2ae',
  '0052-shown-to-one-alone': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '0053-who-was-told-of-a-seat': '9ed5ab0eeaab8fd510caa644d99ab84eea18a95bbf326818a0a8858accd9b037',
  '0054-raised-elsewhere': '14ed2b74490ac18bfcf78692b350fb15f800004a35d4c0c6d45e1b1699802a3d',
}

describe.each(migrations)('$name', ({ name, sql }) => {
  test('has a test', () => {
    expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true)
  })

  test('has not changed since it shipped', () => {
    expect(createHash('sha256').update(sql).digest('hex')).toBe(frozen[name])
  })
})

test('steps are numbered 1, 2, 3… and named by their number; no file is forgotten in the list', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => index + 1))
  for (const { version, name } of migrations) expect(name.startsWith(`${String(version).padStart(4, '0')}-`)).toBe(true)
  const folder = join(import.meta.dirname, '../../electron/storage/migrations')
  const files = readdirSync(folder).filter((file) => /^\d/.test(file))
  expect(files.sort()).toEqual(migrations.map(({ name }) => `${name}.ts`))
  for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/^import /m)
})

test('a database made by a newer Earshot is refused and not one byte of it changes', () => {
  const newer = aDatabaseOfVersion(schemaVersion, (db) => {
    db.pragma('journal_mode = WAL')
    db.pragma(`user_version = ${schemaVersion + 1}`)
  })
  const before = readFileSync(newer.path)
  expect(() => openForWriting(newer.path)).toThrow(NewerDatabase)
  expect(readFileSync(newer.path).equals(before)).toBe(true)
  newer.remove()
})

test('a database made by a newer Earshot that keeps no log file is left as it is, too', () => {
  const newer = aDatabaseOfVersion(schemaVersion, (db) => db.pragma(`user_version = ${schemaVersion + 1}`))
  const before = readFileSync(newer.path)
  expect(() => openForWriting(newer.path)).toThrow(NewerDatabase)
  expect(readFileSync(newer.path).equals(before)).toBe(true)
  newer.remove()
})

test('opening a database of today changes nothing and asks for no copy', () => {
  const today = aDatabaseOfVersion(schemaVersion)
  openForWriting(today.path, () => {
    throw new Error('no migration was due')
  }).close()
  today.remove()
})
