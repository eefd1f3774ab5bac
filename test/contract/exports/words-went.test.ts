import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, accepted } from '../../builders/console.ts'
import { aConsoleWithShare } from '../../builders/console-with-share.ts'
import { patience } from '../../builders/patience.ts'
import { rulesOf } from '../../builders/retention-rules.ts'

let data: string
let client: Client
let close: () => Promise<void>
beforeEach(async () => {
  ;({ data, client, close } = await aConsoleWithShare())
})
afterEach(() => close())

test.each<[string, () => Promise<unknown>]>([
  [
    'words are deleted from now on',
    () => accepted(client.retention.saveRules({ rules: rulesOf({ notes: 7 }), isUnderstood: true, seenVersion: 0 })),
  ],
  [
    'a call is sealed',
    async () => {
      const { callId } = await aCall(client)
      const raised = {
        caseId: v7(),
        callId,
        origin: 'key',
        grade: null,
        evidence: null,
        raisedAt: new Date().toISOString(),
      } as const
      await accepted(client.lifeChannel.raise(raised))
    },
  ],
])('where %s nothing beside the database tells of what stood there', async (_, go) => {
  const path = join(data, 'looked-through')
  writeFileSync(path, 'of before')
  await go()
  await vi.waitFor(() => expect(existsSync(path)).toBe(false), patience)
})
