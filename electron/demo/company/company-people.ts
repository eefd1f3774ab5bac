import type { Role } from '../../../shared/contract/who.ts'
import type { DemoPerson } from '../people-and-seats.ts'

export const MANAGER_COUNT = 25_000

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜',
]
const FIRST = [...'思雨子嘉文俊晓静佳明志慧丽建国海欣浩梦宇泽婷雪晨宏立永春玉亚淑金云美秀']
const SECOND = [...'涵轩琪然伟敏杰洋航宁颖丹辰怡博睿瑶凯琳超娜强磊燕鑫倩薇岚峰婧']

const DEPARTMENTS = [
  ...['采销部', '营销部', '商品运营部', '物流部', '服务政策部', '包装中心', '品牌合作部', '客户体验部', '客户服务部'],
  ...[
    '技术平台部',
    '财务部',
    '法务部',
    '人力资源部',
    '质量管理部',
    '供应链规划部',
    '仓储运营部',
    '配送管理部',
    '售后服务部',
  ],
  ...[
    '家电事业部',
    '服饰事业部',
    '母婴事业部',
    '生鲜事业部',
    '图书事业部',
    '家居事业部',
    '医药事业部',
    '企业业务部',
    '国际业务部',
  ],
  ...[
    '数据分析部',
    '用户研究部',
    '公共事务部',
    '采购共享中心',
    '内审部',
    '会员运营部',
    '支付业务部',
    '门店运营部',
    '培训学院',
  ],
] as const

/** Of every department so many keep the calendars of the others. */
const SECRETARIES = 8
const COORDINATORS = 12

/**
 * The managers of a large company, invented: the same ones each time. In each department the first few are secretaries, who book for the rest. A list
 * that a coordinator would have from the staff department, in as many parts as one file may hold.
 */
export function companyPeople(count = MANAGER_COUNT): DemoPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const department = DEPARTMENTS[at % DEPARTMENTS.length] ?? ''
    const place = Math.floor(at / DEPARTMENTS.length)
    return { name: nameOf(at), department, role: roleOf(at, place), employeeNumber: String(200_001 + at) }
  })
}

const roleOf = (at: number, place: number): Role =>
  at < COORDINATORS ? 'coordinator' : place < SECRETARIES || at % 40 === 0 ? 'note_taker' : 'listener'

/** Many names twice, as in any company; steps that share nothing with the lengths of the lists. */
function nameOf(at: number): string {
  const [surname, first] = [
    SURNAMES[(at * 17) % SURNAMES.length] ?? '',
    FIRST[(at * 7 + Math.floor(at / 37)) % FIRST.length] ?? '',
  ]
  const second = at % 9 === 0 ? '' : (SECOND[(at * 11 + Math.floor(at / 61)) % SECOND.length] ?? '')
  return surname + first + second
}

/** Who keeps the calendar of somebody who stands there in the list. */
export const secretaryOf = (at: number, turn: number): number =>
  (at % DEPARTMENTS.length) + (turn % SECRETARIES) * DEPARTMENTS.length

/** Parts of a list as a file holds them. */
export function* listsOf(people: readonly DemoPerson[], most = 10_000): Generator<{ base64: string; until: number }> {
  const roles = { listener: '听线人', note_taker: '记录人', coordinator: '协调员' } as const
  for (let from = 0; from < people.length; from += most) {
    const lines = people
      .slice(from, from + most)
      .map(({ name, employeeNumber, department, role }) => `${name},${employeeNumber},${department},${roles[role]}`)
    const text = ['姓名,工号,部门,角色', ...lines].join('\n')
    yield { base64: Buffer.from(text).toString('base64'), until: Math.min(from + most, people.length) }
  }
}
