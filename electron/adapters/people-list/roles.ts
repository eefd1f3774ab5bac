import type { Role } from '../../../shared/contract/who.ts'

const words: Record<Role, readonly string[]> = {
  listener: ['听线人', '听线', '聽線人', '高管', '管理者', 'listener', 'executive'],
  note_taker: ['记录人', '记录员', '记录', '記錄人', '記錄員', '带班', '班长', 'notetaker', 'teamlead'],
  coordinator: ['协调员', '协调', '協調員', 'coordinator'],
}

/** The role a cell names; null for a word that is none of ours. */
export function roleOf(cell: string): Role | null {
  const word = cell.toLowerCase().replace(/[^\p{L}]/gu, '')
  return (Object.keys(words) as Role[]).find((role) => words[role].includes(word)) ?? null
}
