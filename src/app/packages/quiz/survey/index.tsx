import { useState } from 'react'
import { CodeEntry } from '#app/features/fielding/code-entry.tsx'
import { tokenIn } from '#app/features/fielding/form-rules'
import { SurveyScreen } from '#app/features/fielding/survey-screen.tsx'
import { useParams } from '#app/platform/navigation'

/** 知晓率调查 by link, for anybody who holds one. A mini-program code brings the token as its scene. */
export default function SurveyPage() {
  const { token, scene } = useParams()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const held = typed ?? tokenIn(token ?? scene ?? '')
  return held ? <SurveyScreen key={held} token={held} /> : <CodeEntry onToken={setTyped} />
}
