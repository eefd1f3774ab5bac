import { type ReadableDb, statement, type WritableDb } from '../database.ts'

/** Where the drive was mounted that the folder lay on when it last took a file; null when it never did. */
export function mountPointIn(db: ReadableDb, folder: string): string | null {
  const row = statement(db, 'SELECT mount_point AS mountPoint FROM export_folder WHERE folder = ?').get(folder) as
    | { mountPoint: string }
    | undefined
  return row?.mountPoint ?? null
}

export function saveMountPoint(db: WritableDb, folder: string, mountPoint: string): void {
  const sql = `INSERT INTO export_folder (folder, mount_point) VALUES (?, ?)
     ON CONFLICT (folder) DO UPDATE SET mount_point = excluded.mount_point WHERE mount_point <> excluded.mount_point`
  statement(db, sql).run(folder, mountPoint)
}

/** A person says that the folder is meant as it is now. */
export function forgetMountPoint(db: WritableDb, folder: string): void {
  statement(db, 'DELETE FROM export_folder WHERE folder = ?').run(folder)
}
