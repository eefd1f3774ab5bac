import type { FileDrop } from '../../electron/adapters/file-drop/file-drop.ts'

const TAKES = { reason: null, mountPoint: '/', isOnNetwork: false } as const

/** A folder that takes every file at once and keeps none; «away» in its path: none at all. For what is not about folders: no child process is started. */
export function aTakingDrop(): FileDrop {
  const refusal = { reason: 'folder_missing', said: 'ENOENT' } as const
  const nothing = { giveUp: () => {} }
  return {
    deliver: ({ folder, fileNames: [fileName = ''] }) => ({
      ...nothing,
      end: Promise.resolve(
        folder.includes('away') ? { kind: 'refused', ...refusal } : { kind: 'delivered', fileName, mountPoint: '/' },
      ),
    }),
    replace: async ({ folder, fileNames: [fileName = ''] }) =>
      folder.includes('away') ? { kind: 'refused', ...refusal } : { kind: 'delivered', fileName, mountPoint: '/' },
    checkFolder: async (probe) => (probe.folder.includes('away') ? refusal : TAKES),
    glanceAt: async ({ folder }) => (folder.includes('away') ? refusal : TAKES),
    watch: () => ({ ...nothing, end: new Promise(() => {}) }),
    whyNoFile: async () => null,
    sweep: async () => true,
    close: () => {},
  }
}
