/** Whether the database refused because of the named constraint or trigger: SQLite says its text, PostgreSQL the constraint's name. */
export function isRefusedBy(error: unknown, name: string): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const code = String(error.code)
  if (code.startsWith('SQLITE_CONSTRAINT')) return error.message.includes(name)
  return code.startsWith('23') && 'constraint' in error && String(error.constraint).includes(name)
}

/** Whether the database refused because a row points at one that is not there. */
export const pointsNowhere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && POINTS_NOWHERE.has(String(error.code))

const POINTS_NOWHERE = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'])
