import { View } from '@tarojs/components'
import type { AreaMapProps } from '#app/components/area-map-shape'
// Without an alias and an ending, so that the build may take `area-map-surface.h5.tsx` in the browser.
import { AreaMapSurface } from './area-map-surface'
import { Icon } from '#app/components/icon.tsx'
import './area-map.scss'

/** Areas and pins on a map: WeChat's own map in the mini-program, own drawing in the browser. WGS-84 in and out. */
export function AreaMap(props: AreaMapProps) {
  return (
    <View className="area-map" style={{ height: props.height }} role="group" aria-label={props.label}>
      <AreaMapSurface {...props} />
      {props.isPicker && (
        <View className="area-map__needle" aria-hidden>
          <View className="area-map__needle-head">
            <Icon name="pin" size={22} />
          </View>
          <View className="area-map__needle-foot" />
        </View>
      )}
    </View>
  )
}
