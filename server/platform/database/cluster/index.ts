export { type Cluster, type Connection, databaseName, type LoginRole, loginRoles, type Passwords } from './cluster.ts'
export { type EmbeddedOptions, openEmbeddedCluster } from './embedded.ts'
export { openServerCluster, type ServerOptions } from './server.ts'
export { ClusterRefusal, type ClusterRefusalKind } from './refusal.ts'
