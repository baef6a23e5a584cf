import type { PressableProps } from '#app/components/pressable-shape'
// Without an alias and an ending, so that the build may take `pressable-surface.h5.tsx` in the browser.
import { PressableSurface } from './pressable-surface'
import './pressable.scss'

/** Whatever answers to a tap. Everything tappable in the app is made of it; it is at least 44 dp high and wide. */
export function Pressable(props: PressableProps) {
  return <PressableSurface {...props} />
}
