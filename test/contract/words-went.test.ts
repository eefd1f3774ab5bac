import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { joinServices, type Workspace } from '../../electron/compose/workspace.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { someParts } from '../builders/parts.ts'
import { patience } from '../builders/patience.ts'

let parts: ReturnType<typeof someParts>
let workspace: Workspace
let hear: ((event: EarshotEvent) => void)[]
beforeEach(() => {
  parts = someParts()
  hear = []
  workspace = joinServices({
    ...parts.parts,
    on: (listener) => {
      hear.push(listener)
      return () => {}
    },
  })
})
afterEach(async () => {
  await workspace.close()
  parts.close()
})

test.each(['lifeChannel', 'retention'] as const)(
  'where words may have gone with %s, nothing is left that could tell of them',
  async (topic) => {
    const path = join(parts.parts.dataFolder, 'looked-through')
    writeFileSync(path, 'digests')
    for (const heard of hear) heard({ kind: 'changed', topics: ['tickets'] })
    expect(existsSync(path)).toBe(true)
    for (const heard of hear) heard({ kind: 'changed', topics: [topic] })
    await vi.waitFor(() => expect(existsSync(path)).toBe(false), patience)
  },
)
