// Placeholder until the server's OpenAPI document is generated into this file.
export interface paths {}
