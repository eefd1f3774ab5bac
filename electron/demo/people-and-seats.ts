import type { Role } from '../../shared/contract/who.ts'

export interface DemoPerson {
  readonly name: string
  readonly department: string
  readonly role: Role
  readonly employeeNumber: string
}

const person = (name: string, department: string, role: Role, employeeNumber: string): DemoPerson => ({
  name,
  department,
  role,
  employeeNumber,
})

/** Invented, like everything here. The first one sits at this console. */
export const demoPeople: readonly DemoPerson[] = [
  person('林岚', '客户体验部', 'listener', '00100217'),
  person('王敏', '客户服务部', 'note_taker', '00100385'),
  person('陈思远', '采销部', 'listener', '00100042'),
  person('赵倩', '营销部', 'listener', '00100511'),
  person('孙悦', '商品运营部', 'listener', '00100634'),
  person('马骏', '物流部', 'listener', '00100128'),
  person('周启明', '服务政策部', 'listener', '00100076'),
  person('吴雨桐', '采销部', 'listener', '00100702'),
  person('郑楠', '包装中心', 'listener', '00100455'),
  person('冯建国', '品牌合作部', 'listener', '00100093'),
  person('何静', '客户服务部', 'note_taker', '00100390'),
  person('高翔', '技术平台部', 'listener', '00100818'),
  person('沈清', '财务部', 'listener', '00100267'),
  person('罗佳', '客户服务部', 'coordinator', '00100401'),
]

export const SEAT_COUNT = 6

/** The times in which the demo's seats are taken on a working day. */
export const demoBlocks: readonly (readonly [startsAt: string, endsAt: string])[] = [
  ['09:00', '10:30'],
  ['10:30', '12:00'],
  ['13:00', '14:00'],
  ['14:00', '16:00'],
  ['16:00', '17:30'],
  ['18:30', '20:00'],
]
