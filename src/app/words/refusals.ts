import type { RefusalCode } from '#contract/refusals'
import { Offline, Refused } from '#app/platform/refused'

/** One sentence a code: the reason, then the way on. */
export const refusalWords: Record<RefusalCode | 'unexpected', string> = {
  'bad-input': '有一处填得不对，看看标红的地方，改好再发。',
  'not-signed-in': '需要先登录，登录后会接着刚才的事。',
  'not-found': '没找到，它可能已经撤下，或者只给别人看。返回上一页看看别的。',
  'too-many': '发得有点快，歇几分钟再来。你写的都还在。',
  'stale-version': '刚刚有人先动了它，已为你换成最新的，看一眼再决定。',
  'move-not-allowed': '现在这一步走不了，它的状态已经变了。刷新后再看。',
  'outside-area': '这个位置不在本地范围内。把地图上的点挪一挪，照片和文字都还在。',
  'same-key-other-content': '这一条已经发过，内容不一样。请返回重新填一条。',
  'input-too-large': '内容太大，这里收不下。分成几份再发。',
  'still-in-use': '还有没办完的事要用到它。先把列出来的办完或改掉，再停用。',
  'last-category': '至少要留一个能上报的类别。先加一个新的，再停用这一个。',
  'later-import': '这之后又导入过一次。先撤回后面那一次，再撤这一次。',
  'not-an-image': '这不是能打开的照片。换一张 JPG、PNG 或 WebP 的再试。',
  'file-too-large': '这张照片太大了（超过 20 MB）。换一张，或重新拍一张。',
  'not-a-document': '这个文件打不开。请用 XLSX 表格（不带宏），或 CSV、GIFT、Aiken 文本。',
  'not-utf-8': '这个文本的编码认不出来。请另存为“CSV UTF-8”，再传一次。',
  'document-too-large': '这个文件太大了（超过 2 MB，或行、格子太多）。分成几份再传。',
  'unit-does-not-cover': '这个单位不管这里的这类问题，请换一个单位。',
  'already-followed': '你已经在关注这一条了，打开“我的上报”就能看到进展。',
  'already-done': '这件事已经做过了，不用再做一次。',
  'consent-needed': '先看一眼隐私说明并同意，就能接着发送。',
  'identity-mode': '这里不能用这种方式登录，请换一种。',
  'wechat-refused': '微信没有认出这次登录，再点一次试试。',
  'wechat-no-answer': '微信没有应答，过一会儿再登录。没登录也能先看看。',
  'wechat-setting': '微信登录这会儿还用不了，过一阵再试。没登录也能先看看。',
  'last-admin': '现在只有这一位能管设置，收回后就没人能改了。先给另一位同事同样的身份，再来。',
  'invitation-unknown': '这个邀请码不对、用过了，或者过期了。请给你码的人再生成一个。',
  'name-by-city': '你有工作身份，名字要请给你身份的人来改。',
  'name-reserved': '这样开头的名字留给工作人员用，换一个吧。',
  'name-taken': '有位工作人员叫这个名字，换一个吧。',
  'organisation-busy': '这个组织还有没结束的活动。先办完或取消，再停用。',
  'team-unknown': '没有队伍用这个码，可能换过新的。请队长再给你看一次。',
  'ticket-expired': '登录码过期了，请在电脑上换一个新的再扫。',
  'shift-not-found': '没找到这个时段，它可能已经取消。看看别的活动。',
  'shift-closed': '现在还不到时间，或者这个时段已经结束、取消。看一眼时间再来。',
  'activity-not-published': '这个活动还没有发布，先看看别的。',
  'already-joined': '这个时段你已经报过名，不用再报。去“志愿”看看进展。',
  'overlapping-shift': '这个时间你已经报了别的时段（含路上 15 分钟）。换一个时间，或先让出那一个。',
  'volunteers-elsewhere': '已经报名的人里，有人在新的时间另有一场。换一个时间，或先和他们说好，请他们退出一场。',
  'too-young': '你的年龄还没到这个时段的要求。看看适合你的其他活动。',
  'too-old': '这个时段有年龄上限，看看其他活动。',
  'profile-needed': '这个时段有年龄或技能要求。先填一下志愿者资料，填完接着报名。',
  'guardian-needed': '未满 14 岁，需要监护人先同意。请监护人一起填志愿者资料。',
  'skill-needed': '这个时段需要专门的技能。如果你会，去资料里补上再报名。',
  'cool-down': '最近有两次临时取消或没到，这段时间一次只能报一个时段。可以说明原因，请社区解除。',
  'sign-up-after-start': '这个时段已经开始，不能再报名。到现场可以请工作人员登记。',
  'not-joined': '你没有报这个时段。先报名，或请现场工作人员登记。',
  'offer-over': '这个名额的保留时间过了，已经让给下一位。',
  'not-checked-in': '还没有签到。先扫签到码，再做这一步。',
  'code-expired': '这个码过期了，它每 15 秒换一次。请扫屏幕上现在的码。',
  'code-wrong-shift': '这是别的时段或别的环节的码。请工作人员换成这一个的。',
  'code-used': '这一步已经做过了，不用再扫。',
  'outside-site': '你的位置离活动地点有点远。走近些再试，或请工作人员扫你的码。',
  'same-person': '这一步要由另一个人来做，自己不能给自己办。',
  'gates-not-met': '发布前还缺几项，补齐标出的内容再发布。',
  'shift-in-past': '时段不能在过去开始，请改一下时间。',
  'activity-over': '活动已经结束，不能再改了。',
  'below-taken': '已经有更多人报名或签到。名额不能再少，先和要让出的人说好。',
  'shift-full': '没有空名额了，正在保留的名额要留给候补的人。',
  'not-asked': '系统还没有要求这一步，等提示出现再做。',
  'note-needed': '请写一句说明，再提交。',
  'higher-approval': '这一天的时长超过了你能批的上限，请上一级来批。',
  'attendance-flagged': '这条记录有疑点，已经冻结。先处理疑点，再认定时长。',
  'shift-not-over': '这个时段还没结束，结束后再办。',
  'evidence-needed': '补录时长要附一张现场照片。',
  'over-limit': '超过了上限，这次没有提交。请改小一些，或下个月再办。',
  'undecided-left': '还有人的出勤没认定，或补录还没批。都办完了，再结算。',
  'attempt-not-found': '没找到这一组题，可能换过账号。重新开始一组就好。',
  'attempt-closed': '这一组已经答完了，看看结果，或者再来一组。',
  'attempt-expired': '时间过了，这一题不算。前面答的都还在。',
  'item-not-in-attempt': '这道题不在这一组里，返回重新打开这一组。',
  'already-answered': '这道题已经答过了，答案锁定后不能改。',
  'nothing-to-practise': '这里现在没有要练的题，去每日一练看看。',
  'token-unknown': '这个链接现在用不了，可能调查还没开始，或者已经结束了。',
  'token-used': '这个链接已经答过了，每个链接只答一次。谢谢你。',
  'unit-passed-on': '这一户已经转给别的访问员了，不用再去。谢谢你跑这一趟。',
  'question-faults': '题目还有不对的地方，看看标出来的几处。',
  'not-enough-points': '可用积分不够。积分没有扣。',
  'out-of-stock': '来晚了一步，已经兑完。积分没有扣。',
  'redemption-closed': '这次兑换已经结束了。',
  'reward-not-open': '这件现在不能兑换，看看别的吧。',
  'reward-faults': '这件奖品还有没填对的地方，改好后再试。',
  'rule-faults': '这条规则这样设不行，改好后再试。',
  'contest-not-open': '这场竞赛现在不在答题时间。',
  'contest-not-over': '竞赛还没结束，结束后就能看到排名。',
  'contest-faults': '竞赛方案还有不对的地方，改好后再试。',
  'import-faults': '这份文件里还有不对的地方，一题也没有导入。照着标出的行改好，再传一次。',
  'nothing-to-certify': '这段时间还没有最终确认的时长。公示期满后再来，或换一段时间。',
  unexpected: '我们这边出了点问题，正在查。你填的都还在，稍后再试。'
}

export const offlineWords = '网络没连上。你填的都还在，连上后再试。'

/** Where somebody only reads, nothing was filled in that could have been lost. */
const readingWords = {
  offline: '网络没连上，连上后再试。',
  unexpected: '我们这边出了点问题，正在查，稍后再试。'
}

/** The sentence for whatever `call` or `uploadPhoto` threw. */
export function wordsForError(error: unknown): string {
  if (error instanceof Refused) return (refusalWords as Partial<typeof refusalWords>)[error.code] ?? refusalWords.unexpected
  return error instanceof Offline ? offlineWords : refusalWords.unexpected
}

/** The same for a page or a list that did not come. */
export function wordsForReading(error: unknown): string {
  if (error instanceof Offline) return readingWords.offline
  const words = wordsForError(error)
  return words === refusalWords.unexpected ? readingWords.unexpected : words
}
