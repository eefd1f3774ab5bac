import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

// A mask written with one found nothing any more once V8 (Node 24) had compiled it anew, after some ten thousand texts of one process: no short test sees that.
test('no pattern of ours changes its flags within itself', () => {
  const files = ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const found = files
    .filter((name) => /\.tsx?$/u.test(name))
    .filter((name) => /\(\?[ims]*-?[ims]+:/u.test(codeOf(readFileSync(join(root, name), 'utf8'))))
  expect(found).toEqual([])
})

const codeOf = (source: string): string => source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, '')
