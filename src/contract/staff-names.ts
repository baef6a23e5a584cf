/**
 * Words that make a name sound like an office: the roles as the app names them, and what people call the offices around them. Only
 * the city gives names that begin so. A test holds them together with the words of the roles.
 */
export const officeWords = [
  '审核员',
  '派遣员',
  '处置员',
  '核查员',
  '督导',
  '转办',
  '联络员',
  '活动组织者',
  '组织者',
  '内容编辑',
  '编辑',
  '管理员',
  '访问员',
  '调查员',
  '网格员',
  '网格长',
  '网格',
  '社区',
  '街道',
  '居委会',
  '村委会',
  '工作人员',
  '官方',
  '客服',
  '系统',
  '同创',
  '创建办',
  '文明办',
  '城管',
  '执法',
  '志愿者协会',
  '已注销'
] as const

/** Traditional forms of the characters above; a name written in them reads the same. */
const simplified: Readonly<Record<string, string>> = {
  審: '审',
  員: '员',
  處: '处',
  導: '导',
  轉: '转',
  辦: '办',
  聯: '联',
  絡: '络',
  組: '组',
  織: '织',
  動: '动',
  內: '内',
  編: '编',
  輯: '辑',
  訪: '访',
  問: '问',
  調: '调',
  網: '网',
  長: '长',
  區: '区',
  會: '会',
  務: '务',
  係: '系',
  繫: '系',
  統: '统',
  創: '创',
  執: '执',
  願: '愿',
  協: '协',
  註: '注',
  銷: '销'
}

/** What a name reads like: letters and digits alone, in one width, one case and one script. */
export function readingOf(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from(letters, letter => simplified[letter] ?? letter).join('')
}

/** Whether a name begins like an office: 督导员 方宁, 【网格员】老周. */
export const soundsLikeOffice = (name: string) => officeWords.some(word => readingOf(name).startsWith(word))
