export { permissions } from './model.ts'
export { receiveScan } from './receive-scan.ts'
export { readDiscoverySituation } from './situation.ts'
export { discoveryRoutes } from './routes.ts'
