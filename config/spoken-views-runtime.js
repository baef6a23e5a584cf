import { mergeInternalComponents } from '@tarojs/shared'
import spoken from './spoken-views.json'

mergeInternalComponents(spoken)
