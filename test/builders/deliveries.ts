import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { Delivery, Probe } from '../../electron/adapters/file-drop/drop-messages.ts'

/** The mark of the console under test. */
export const mark = 'k7qf'

/** Finished bytes in a folder of this machine, and an empty folder to bring them to. */
export function aDeliveryRoom() {
  const root = mkdtempSync(join(tmpdir(), 'earshot-drop-'))
  const share = join(root, 'share')
  mkdirSync(share)
  const aDelivery = (change: Partial<Delivery> & { bytes?: Buffer } = {}): Delivery => {
    const { bytes = Buffer.from('工单'), ...rest } = change
    const exportId = v7()
    const sourcePath = join(root, exportId)
    writeFileSync(sourcePath, bytes)
    return {
      exportId,
      sourcePath,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      folder: share,
      mountPoint: null,
      fileNames: ['a_01.csv', 'a_02.csv', 'a_03.csv'],
      mayBeThere: false,
      ...rest,
    }
  }
  return {
    root,
    share,
    aDelivery,
    aProbe: (change: Partial<Probe> = {}): Probe => ({ folder: share, mountPoint: null, probeId: v7(), ...change }),
    inShare: () => readdirSync(share).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** What a desk itself asks about its files changes something and takes nothing away that a person saw; with why. */
export const unguardedFiles = {
  'exports.start': 'new',
  'exports.again': 'new',
  'deskExports.begin': 'new',
  'deskExports.made': 'a step that each state allows; the desk itself asks',
  'deskExports.beginTry': 'a step that each state allows; the desk itself asks',
  'deskExports.waiting': 'a step that each state allows; the desk itself asks',
  'deskExports.goAgain': 'a step that each state allows; the desk itself asks',
  'deskExports.ended': 'a step that each state allows; the desk itself asks',
  'deskExports.delivered': 'a step that each state allows; the desk itself asks',
  'deskExports.tellSome': 'goes on from where it is; the desk itself asks',
} as const
