import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { CELL_COLUMNS, CELL_ROWS, rectanglesOfCells } from '#app/features/reports/case-cover-rules'
import type { CoverProps } from '#app/features/reports/case-cover-shape'

const cellCount = CELL_COLUMNS * CELL_ROWS

/** The mini-program's: the picture under a grid of cells that are tapped dark. It does not need to know where a finger is in pixels. */
export function CaseCoverSurface({ address, label, onChange }: CoverProps) {
  const [cells, setCells] = useState<ReadonlySet<number>>(new Set())
  const tap = (cell: number) => {
    const next = new Set(cells)
    if (!next.delete(cell)) next.add(cell)
    setCells(next)
    onChange(rectanglesOfCells(next))
  }
  return (
    <View className="case-cover__frame">
      <Image className="case-cover__picture" src={address} mode="widthFix" aria-label={label} />
      <View className="case-cover__cells">
        {Array.from({ length: cellCount }, (_, cell) => (
          <View
            key={cell}
            className={`case-cover__cell${cells.has(cell) ? ' case-cover__cell--dark' : ''}`}
            aria-role="checkbox"
            aria-checked={cells.has(cell)}
            onClick={() => tap(cell)}
          />
        ))}
      </View>
    </View>
  )
}
