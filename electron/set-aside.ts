import { lstatSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { renamePatiently } from './patiently.ts'

/** Local time as it stands in file names: `2026-11-21_093000`. */
export function fileStamp(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}_${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
}

/** Whether anything bears this name: a link to nowhere does too, which `existsSync` denies. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** A name nothing bears yet: `nameOf('2026-11-21_093000')`, then `nameOf('2026-11-21_093000_2')` and so on. */
export function freeName(at: Date, nameOf: (stamp: string) => string): string {
  const stamp = fileStamp(at)
  let name = nameOf(stamp)
  for (let number = 2; isTaken(name); number += 1) name = nameOf(`${stamp}_${number}`)
  return name
}

/** Gives whatever stands in the way a dated name beside. Nothing in a data folder is ever deleted because it is odd. */
export function setAside(path: string, at = new Date()): string {
  const kept = freeName(at, (stamp) => `${path}_set-aside_${stamp}`)
  renamePatiently(path, kept)
  return kept
}

/** Makes a folder for own eyes; a file, or a link to nowhere, in its place is set aside first. Answers whether one was. */
export function makeFolder(path: string): boolean {
  const isInTheWay = isTaken(path) && !isFolder(path)
  if (isInTheWay) setAside(path)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return isInTheWay
}

export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() ?? false

/** Also a link that leads to one. */
export const isFile = (path: string): boolean => statsOf(path)?.isFile() ?? false

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
