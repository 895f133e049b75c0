import { z } from 'zod'

// zod otherwise probes for `new Function`, which the content security policy forbids.
z.config({ jitless: true })

export * from './calls'
export * from './client'
export * from './exploration'
export * from './run'
export * from './scenario'
