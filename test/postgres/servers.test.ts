import { afterEach, beforeEach, expect, test } from 'vitest'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { value } from '../../electron/storage/engine/query.ts'
import { addressesOf } from '../../electron/storage/engine/servers.ts'
import { openHubDatabase } from '../../electron/storage/hub/open-hub.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { aDatabaseOnServer, asked } from '../builders/engine.ts'

let url: string
const open: { close(): Promise<void> }[] = []
beforeEach(async () => {
  url = await aDatabaseOnServer('_servers')
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** Nobody answers there. */
const NOBODY = '127.0.0.1:1'
const withHosts = (change: (host: string) => string): string => url.replace(new URL(url).host, change)
const answers = (addresses: readonly string[]) => {
  const engine = postgresEngine({ addresses })
  open.push(engine)
  return engine.read(() => value<string>('SELECT current_database() AS value'))
}

test('an address with several servers is that of each', () => {
  expect(addressesOf('postgres://me:a,b@one:5433,two,[::1]:5/earshot?target_session_attrs=read-write')).toEqual([
    'postgres://me:a,b@one:5433/earshot?target_session_attrs=read-write',
    'postgres://me:a,b@two/earshot?target_session_attrs=read-write',
    'postgres://me:a,b@[::1]:5/earshot?target_session_attrs=read-write',
  ])
  expect(addressesOf('postgres://one/earshot')).toEqual(['postgres://one/earshot'])
  expect(['mysql://one/earshot', 'postgres://one:x,two/earshot', 'one,two'].map(addressesOf)).toEqual([
    null,
    null,
    null,
  ])
})

test('a hub whose address begins with a server that is away opens on the next one', async () => {
  const opened = await openHubDatabase(
    `${withHosts((host) => `${NOBODY},${host}`)}?target_session_attrs=read-write`,
    systemClock,
  )
  if (!opened.ok) throw new Error(opened.code)
  open.push(opened.engine)
  expect(await opened.engine.read(() => value('SELECT current_database() AS value'))).toBe(
    new URL(url).pathname.slice(1),
  )
})

test('where none answers that is what is told', async () => {
  expect(
    await openHubDatabase(
      withHosts(() => `${NOBODY},${NOBODY}`),
      systemClock,
    ),
  ).toMatchObject({ ok: false, code: 'unreachable' })
})

test('a server that takes no writes is passed over, whichever stands first', async () => {
  const standby = await aDatabaseOnServer('_standby')
  await asked(standby, `ALTER DATABASE ${new URL(standby).pathname.slice(1)} SET default_transaction_read_only = on`)
  const name = new URL(url).pathname.slice(1)
  expect([await answers([standby, url]), await answers([url, standby])]).toEqual([name, name])
  await expect(answers([standby, standby])).rejects.toMatchObject({ code: '25006' })
})

test('one that took writes and is a standby by now is left for the one that does', async () => {
  const other = await aDatabaseOnServer('_other')
  const engine = postgresEngine({ addresses: [url, other], max: 1 })
  open.push(engine)
  const where = () => engine.read(() => value<string>('SELECT current_database() AS value'))
  const [first, second] = [url, other].map((each) => new URL(each).pathname.slice(1))
  expect(await where()).toBe(first)
  await asked(other, `ALTER DATABASE ${first} SET default_transaction_read_only = on`)
  await engine.read(() => value('SELECT pg_terminate_backend(pg_backend_pid()) AS value')).catch(() => {})
  expect(await where()).toBe(second)
})
