import { expect, test } from 'vitest'
import { layHub } from '../../electron/demo/lay-hub.ts'
import { clientOf } from '../builders/console.ts'
import { aDatabaseOnServer } from '../builders/engine.ts'
import { aHub } from '../builders/hub.ts'
import { accepted } from '../builders/outcomes.ts'

test('a hub with sample data, which is a month old, takes nobody’s clock for one that jumped', async () => {
  const database = await aDatabaseOnServer('_demo')
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  await layHub({ database, name: '总部', appVersion: '0.0.0', log, nowMs: Date.now() })
  const hub = await aHub(database)
  expect(await accepted(clientOf(hub.own).retention.due({}))).toMatchObject({ waits: null })
  await hub.close()
})
