import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { nudged, placeOf, rectangleBetween, RECTANGLES_MAX, type Rectangle, type Spot } from './case-cover-rules'
import type { CoverProps } from './case-cover-shape'

const STEP = 0.02
const arrows: Record<string, Pick<Partial<Rectangle>, 'left' | 'top'>> = {
  ArrowLeft: { left: -STEP },
  ArrowRight: { left: STEP },
  ArrowUp: { top: -STEP },
  ArrowDown: { top: STEP }
}

/** With Shift an arrow key grows the rectangle instead of moving it. */
const changeFor = ({ key, shiftKey }: KeyboardEvent): Partial<Rectangle> | undefined => {
  const by = arrows[key]
  return by && shiftKey ? { width: by.left, height: by.top } : by
}

/** The browser's: rectangles drawn with mouse or finger; each is a button that arrow keys move and Delete takes away. */
export function CaseCoverSurface({ address, label, rectangles, onChange }: CoverProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<{ from: Spot; to: Spot } | undefined>(undefined)

  const spotOf = (event: PointerEvent): Spot => {
    const box = frame.current?.getBoundingClientRect()
    return box ? { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height } : { x: 0, y: 0 }
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (rectangles.length >= RECTANGLES_MAX || event.target instanceof HTMLButtonElement) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = spotOf(event)
    setDrawing({ from, to: from })
  }
  const finish = () => {
    const drawn = drawing && rectangleBetween(drawing.from, drawing.to)
    setDrawing(undefined)
    if (drawn) onChange([...rectangles, drawn])
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    const by = changeFor(event)
    if (by) onChange(rectangles.map((one, place) => (place === index ? nudged(one, by) : one)))
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(rectangles.filter((_, place) => place !== index))
    else return
    event.preventDefault()
  }
  const preview = drawing && rectangleBetween(drawing.from, drawing.to)
  return (
    <div
      ref={frame}
      className="case-cover__frame case-cover__frame--drawn"
      onPointerDown={begin}
      onPointerMove={event => drawing && setDrawing({ ...drawing, to: spotOf(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrawing(undefined)}
    >
      <img className="case-cover__picture" src={address} alt={label} draggable={false} />
      {rectangles.map((one, index) => (
        <button
          key={index}
          type="button"
          className="case-cover__rectangle"
          style={placeOf(one)}
          aria-label={`${label}，遮住的第 ${index + 1} 块：方向键移动，按住 Shift 变大小，点一下去掉`}
          onKeyDown={event => onKey(event, index)}
          onClick={event => event.detail > 0 && onChange(rectangles.filter((_, place) => place !== index))}
        />
      ))}
      {preview && <div className="case-cover__rectangle" style={placeOf(preview)} />}
    </div>
  )
}
