export { permissions } from './model.ts'
export { receiveScan } from './receive-scan.ts'
export { discoveryRoutes } from './routes.ts'
