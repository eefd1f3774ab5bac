import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { isOnNetworkDrive } from './network-drive.ts'
import { patientlySync } from './patiently.ts'
import { isNoSpace } from './system-faults.ts'

export type Language = 'zh' | 'en'

/** The system's own place for an application's data, the same for both shells, so that a person can move between them. */
export const defaultDataFolder = (): string => envPaths('Earshot', { suffix: '' }).data

/** `zh-CN`, `en-GB`: of the account that runs the console. */
export const systemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale

export const systemLanguage = (): Language => (/^zh\b/i.test(systemLocale()) ? 'zh' : 'en')

export type ChosenFolder =
  /** `discard` removes a throw-away folder at the end and leaves any other alone. */
  { ok: true; path: string; isThrowAway: boolean; discard(): void } | { ok: false; sentence: string }

/** The folder of this run, made and tried: the one asked for, a throw-away one for a demo, else the default. */
export function chooseDataFolder(wish: {
  dataFolder: string | null
  isDemo: boolean
  language: Language | null
}): ChosenFolder {
  if (wish.isDemo && wish.dataFolder === null) {
    const path = mkdtempSync(join(tmpdir(), 'earshot-demo-'))
    const discard = () => {
      for (const made of [path, demoExportFolder(path)])
        rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
    return { ok: true, path, isThrowAway: true, discard }
  }
  const path = resolve(wish.dataFolder ?? defaultDataFolder())
  // Looked up before anything is asked of it: a drive that does not answer would hang the start.
  const fault = isOnNetworkDrive(path) ? 'folder_on_network' : prepareDataFolder(path)
  if (fault === null) return { ok: true, path, isThrowAway: false, discard: () => {} }
  return { ok: false, sentence: folderSentence(fault, path, wish.language ?? systemLanguage()) }
}

/** Where a demo's exports go: beside its data, because no export goes into a console's own folder. */
export const demoExportFolder = (dataFolder: string): string => `${dataFolder}-exports`

/** Makes the folder when it is not there and tries a real write: permissions and mounts lie, a written byte does not. Null: it works. */
export function prepareDataFolder(folder: string): FolderFault | null {
  const probe = join(folder, `.earshot-probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, 'earshot')
    // A scanner may hold it for a moment; that it was written is what counts.
    removeQuietly(probe)
    return null
  } catch (error) {
    removeQuietly(probe)
    return isNoSpace(error) ? 'folder_full' : 'folder_unwritable'
  }
}

function removeQuietly(path: string): void {
  try {
    patientlySync(() => rmSync(path, { force: true }))
  } catch {}
}

/** Why the console could not even open its folder. */
export type FolderFault = keyof typeof sentences

const sentences = {
  folder_in_use: {
    zh: (folder: string) => `数据文件夹正被另一个听线台使用：${folder}。请先关闭它，或用 --data 另选文件夹。`,
    en: (folder: string) =>
      `Another Earshot is using the data folder ${folder}. Close it first, or choose another folder with --data.`,
  },
  folder_unwritable: {
    zh: (folder: string) => `数据文件夹无法写入：${folder}。请检查权限和磁盘空间，或用 --data 另选文件夹。`,
    en: (folder: string) =>
      `The data folder ${folder} cannot be written to. Check permissions and free space, or choose another folder with --data.`,
  },
  folder_on_network: {
    zh: (folder: string) =>
      `数据文件夹在网络盘上：${folder}。网络盘一断，数据库就可能损坏。请把整个文件夹拷到本机，再用 --data 指向它。`,
    en: (folder: string) =>
      `The data folder ${folder} lies on a network drive, where a lost connection can damage the database. Copy the whole folder to this computer and choose it with --data.`,
  },
  folder_full: {
    zh: (folder: string) => `磁盘已满，无法使用数据文件夹：${folder}。请先腾出一些空间再启动，已有的数据都还在。`,
    en: (folder: string) =>
      `The disk of the data folder ${folder} is full. Free some space and start again; the data that is there is safe.`,
  },
  cannot_open: {
    zh: (folder: string) => `听线台打不开数据文件夹：${folder}。什么都没有动。请重启电脑再试，或用 --data 另选文件夹。`,
    en: (folder: string) =>
      `Earshot cannot open the data folder ${folder}. Nothing was touched. Restart the computer and try again, or choose another folder with --data.`,
  },
} as const

/** Why the console did not open, as one sentence a person can act on. */
export const folderSentence = (code: keyof typeof sentences, folder: string, language: Language): string =>
  sentences[code][language](folder)

/** For what nothing else has words for; `error`'s own words stand at the end, for whoever is asked for help. */
export function surpriseSentence(error: unknown, language: Language): string {
  const detail = error instanceof Error ? error.message : String(error)
  return language === 'zh'
    ? `听线台没能启动。数据都还在；请再试一次，若仍不行，请把这句话交给管理员：${detail}`
    : `Earshot could not start. Your data is still there; try again, and if it fails once more, give this to your administrator: ${detail}`
}
