import { createHash } from 'node:crypto'
import { grades, type CertificateState } from '#contract/volunteering-states'
import { gradeWords, spokenDate, spokenMinutes } from '#server/documents/document-words'
import type { VerifiedCertificate } from '#server/volunteering/certificates/verified-certificate'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, letter => escapes[letter] ?? '')

// The colours of the app (docs and src/app/app.scss), written out: old browsers know no variables.
const STYLE = `
*{box-sizing:border-box}
body{margin:0;padding:24px 16px 48px;background:#F6F5F1;color:#1F2328;font:16px/1.5 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{max-width:640px;margin:0 auto}
h1{margin:0 0 16px;font-size:22px;line-height:1.3}
h2{margin:0;font-size:28px;line-height:1.3}
p{margin:8px 0}
section,form{margin:0 0 16px;padding:16px;background:#FFF;border:1px solid #E4E2DC;border-radius:12px}
a{color:#175CD3;word-break:break-all}
.status{padding:16px 16px 16px 72px;position:relative;border-width:0}
.status svg{position:absolute;left:16px;top:18px;width:40px;height:40px}
.good{background:#E3F3EC;color:#0A6E54}.wait{background:#FFF4DB;color:#8A5A00}.bad{background:#FDECEA;color:#B42318}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:10px 0;border-top:1px solid #E4E2DC;text-align:left;vertical-align:top;font-weight:400}
tr:first-child th,tr:first-child td{border-top-width:0}
th{width:6.5em;color:#57606A}
td.minutes{text-align:right;white-space:nowrap}
td b{font-size:18px}
td.grade{width:28px;font-weight:600}
.day{white-space:nowrap}
.grades th{width:auto;padding-right:12px;color:#1F2328}
.soft{color:#57606A;font-size:14px}
label{display:block;margin-bottom:8px;font-weight:600}
input{width:100%;height:48px;padding:0 12px;border:1px solid #A3A9AF;border-radius:8px;background:#FFF;color:#1F2328;font:18px/1.3 inherit;font-size:18px;letter-spacing:1px}
button{width:100%;height:48px;margin-top:12px;border:0;border-radius:8px;background:#0A6E54;color:#FFF;font-size:16px;font-weight:600}
a:focus,input:focus,button:focus,summary:focus{outline:3px solid #175CD3;outline-offset:2px}
pre{margin:8px 0 0;white-space:pre-wrap;word-break:break-all;font-size:12px;color:#57606A}
summary{min-height:44px;line-height:44px;cursor:pointer}
@media(prefers-color-scheme:dark){
body{background:#15181B;color:#E8E6E1}
section,form{background:#1E2226;border-color:#2E343A}
.good{background:#12332A;color:#4CC3A0}.wait{background:#3A2E14;color:#F5C15C}.bad{background:#3B1D1B;color:#FF8A80}
th,td{border-color:#2E343A}th,.soft,pre{color:#A6ADB4}.grades th{color:#E8E6E1}a{color:#8AB4F8}
input{background:#15181B;color:#E8E6E1;border-color:#6B737B}button{background:#4CC3A0;color:#08251C}
}`

/** The page runs nothing and loads nothing: its one style is allowed by its digest. */
export const verifyPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

type Tone = 'good' | 'wait' | 'bad'

const drawing = (inside: string) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${inside}</svg>`
const icons = {
  valid: drawing('<circle cx="12" cy="12" r="9"/><path d="M7.5 12.5l3 3 6-6.5"/>'),
  superseded: drawing('<path d="M4 8h13M14 4.5L17.5 8 14 11.5M20 16H7M10 12.5L6.5 16l3.5 3.5"/>'),
  revoked: drawing('<circle cx="12" cy="12" r="9"/><path d="M8.5 8.5l7 7M15.5 8.5l-7 7"/>'),
  unknown: drawing('<circle cx="12" cy="12" r="9"/><path d="M9.3 9.2a2.8 2.8 0 1 1 4 2.9c-.9.5-1.3 1-1.3 1.9M12 17.2v.1"/>'),
  altered: drawing('<path d="M12 3.5l9 16H3z"/><path d="M12 10v4.5M12 17.2v.1"/>')
}

const status = (tone: Tone, icon: keyof typeof icons, word: string, more: string) =>
  `<section class="status ${tone}" role="status">${icons[icon]}<h2>${word}</h2><p>${more}</p></section>`

const form = (label: string, typed = '') => `<form action="/verify" method="get">
<label for="code">${label}</label>
<input id="code" name="code" value="${escape(typed)}" placeholder="TC-2611-7K3Q-9FXM" maxlength="40" autocomplete="off" autocapitalize="characters" required>
<button type="submit">核验</button>
<p class="soft">编号印在证明上，也在二维码旁边。大小写、横线都不要紧。</p>
</form>`

const page = (title: string, body: string) => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>志愿服务记录证明核验</h1>${body}</main></body></html>`

/** Where one types a code. */
export const askPage = () => page('志愿服务记录证明核验', form('证明编号'))

/** For a code nobody was given: nothing is said but that. */
export const unknownPage = (typed: string) =>
  page(
    '没有这张证明',
    status('bad', 'unknown', '没有这张证明', '请对照纸面再输一次。仍查不到，这张证明就不是由本系统出具的。') +
      form('证明编号', typed.slice(0, 40))
  )

function statusOf({ certificate: { state, supersededBy, revokedReason } }: VerifiedCertificate): string {
  const link = supersededBy ? `<a href="/verify/${escape(supersededBy)}">${escape(supersededBy)}</a>` : ''
  const words: Record<CertificateState, () => string> = {
    valid: () => status('good', 'valid', '有效', '下面的内容与出具时一字不差。请核对纸面与这里是否一致。'),
    superseded: () => status('wait', 'superseded', '已被新证明替代', `同一时段有更新的证明：${link}。请以新证明为准。`),
    revoked: () =>
      status('bad', 'revoked', '已撤销', `这张证明已经作废，不能再用。${revokedReason ? `原因：${escape(revokedReason)}` : ''}`)
  }
  return words[state]()
}

const row = (head: string, text: string) => `<tr><th scope="row">${head}</th><td>${text}</td></tr>`

function contentOf({ certificate }: VerifiedCertificate): string {
  const { maskedName, from, to, minutes, byGrade, activityCount, activities, issuer, issuedOn, code } = certificate
  const facts = [
    row('姓名', `<b>${escape(maskedName)}</b>`),
    row('服务时段', `<span class="day">${spokenDate(from)}至</span><span class="day">${spokenDate(to)}</span>`),
    row('服务时长', `<b>${spokenMinutes(minutes)}</b>`),
    row('参加活动', `${activityCount} 项`),
    row('出具单位', escape(issuer)),
    row('出具日期', spokenDate(issuedOn)),
    row('编号', escape(code))
  ]
  const lines = grades.map(
    grade =>
      `<tr><td class="grade">${grade}</td><th scope="row">${gradeWords[grade]}</th><td class="minutes">${spokenMinutes(byGrade[grade])}</td></tr>`
  )
  const rows = (activities ?? []).map(
    one => `<tr><th scope="row">${escape(one.title)}</th><td class="minutes">${spokenMinutes(one.minutes)}</td></tr>`
  )
  const list =
    rows.length > 0 ? `<section><details><summary>活动明细</summary><table class="grades">${rows.join('')}</table></details></section>` : ''
  return `<section><table>${facts.join('')}</table></section>
<section><p class="soft">时长按证明力分级</p><table class="grades">${lines.join('')}</table></section>${list}`
}

const sourceOf = ({ row: { statement, signature, keyId } }: VerifiedCertificate) => `<section><details><summary>签名原文</summary>
<p class="soft">用 Ed25519 和 <a href="/.well-known/tongchuang-keys.json">公布的公钥</a> 可以自行验证。</p>
<pre>${escape(statement)}</pre><pre>签名 ${escape(signature)}</pre><pre>公钥 ${escape(keyId)}</pre></details></section>`

/** What stands behind a code, in words. What does not match its signature is not repeated: nobody should read it off this page. */
export function certificatePage(found: VerifiedCertificate): string {
  const { code } = found.certificate
  if (!found.isAuthentic)
    return page(
      `${code} 记录与签名不符`,
      status('bad', 'altered', '记录与签名不符', `编号 ${escape(code)} 的记录在出具之后被改动过，不能作为证明。请向出具单位反映。`) +
        form('核验另一张')
    )
  return page(`${code} 志愿服务记录证明`, statusOf(found) + contentOf(found) + sourceOf(found) + form('核验另一张'))
}
