import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import developmentConfig from './dev'
import productionConfig from './prod'

const root = path.resolve(__dirname, '..')

// Sass still reaches the loader through its older interface; `@use 'type'` finds src/app/type.scss from any depth.
const sassLoaderOption = {
  sassOptions: { quietDeps: true, silenceDeprecations: ['legacy-js-api'], includePaths: [path.join(root, 'src/app')] }
}

/** What a deployment decides when it builds; read in src/app/platform/deployment.ts. */
const defineConstants = {
  API_BASE: JSON.stringify(process.env.API_BASE ?? ''),
  TILE_URL: JSON.stringify(process.env.TILE_URL ?? ''),
  REMINDER_TEMPLATE: JSON.stringify(process.env.REMINDER_TEMPLATE ?? ''),
  IDENTITY: JSON.stringify(process.env.IDENTITY ?? 'demo')
}

const contractFolder = path.join(root, 'src/contract')

// Taro's default for H5 copies the component library into the chunk of every page.
const browserChunks = {
  chunks: 'all' as const,
  hidePathInfo: true,
  minSize: 10_000,
  maxInitialRequests: 30,
  maxAsyncRequests: 30,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    map: { name: 'map', test: /[\\/]node_modules[\\/]leaflet[\\/]/, chunks: 'async' as const, priority: 30 },
    // Only pages with a QR code fetch what draws it.
    codes: { name: 'codes', test: /[\\/]node_modules[\\/]uqr[\\/]/, chunks: 'async' as const, priority: 30 },
    vendors: {
      name: 'vendors',
      test: /[\\/]node_modules[\\/](react|react-dom|scheduler|history|dayjs|@orpc)[\\/]/,
      chunks: 'initial' as const,
      priority: 20,
      reuseExistingChunk: true
    },
    shared: { name: 'shared', minChunks: 2, priority: 5, reuseExistingChunk: true }
  }
}

export default defineConfig<'webpack5'>(async (merge, { mode }) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'tongchuang',
    date: '2026-11-21',
    // One CSS px is one dp: rpx in the mini-program, untouched px in the browser.
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src/app',
    outputRoot: process.env.OUTPUT_ROOT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [path.join(__dirname, 'spoken-views')],
    defineConstants,
    copy: {
      patterns:
        process.env.TARO_ENV === 'weapp'
          ? [{ from: 'src/app/assets/pins', to: `${process.env.OUTPUT_ROOT ?? 'dist/weapp'}/assets/pins` }]
          : [],
      options: {}
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    // Older phones run WeChat in an engine that knows the language of 2018; what packages are written in is newer.
    jsMinimizer: process.env.TARO_ENV === 'weapp' ? 'esbuild' : 'terser',
    esbuild: { minify: { enable: true, config: { target: 'es2018' } } },
    mini: {
      compile: { include: [contractFolder] },
      sassLoaderOption,
      imageUrlLoaderOption: { limit: 10_240 },
      miniCssExtractPluginOption: { ignoreOrder: true },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } }
    },
    h5: {
      compile: { include: [contractFolder] },
      sassLoaderOption,
      imageUrlLoaderOption: { limit: 10_240 },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css'
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false }
      },
      webpackChain(chain) {
        if (process.env.NODE_ENV !== 'production') return
        chain.optimization.splitChunks(browserChunks)
        chain.performance.maxEntrypointSize(1_200_000).maxAssetSize(800_000)
      }
    }
  }
  return merge({}, base, mode === 'production' || process.env.NODE_ENV === 'production' ? productionConfig : developmentConfig)
})
