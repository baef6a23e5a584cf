export { removeCity as default } from './city-for-jest'
