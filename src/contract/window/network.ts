import { z } from 'zod';
import { type AudioPath, audioProtocols } from '../../domain/network/audio-path.ts';
import type { transports } from '../../domain/network/transport.ts';
import { instantSchema } from '../desk/words.ts';

/** A proxy that lets nobody through without a name and a password. `refused`: those that it was given are wrong. */
export const proxyAsksSchema = z.object({ proxy: z.string(), refused: z.boolean() });
export type ProxyAsks = z.infer<typeof proxyAsksSchema>;

const protocolSchema = z.enum(audioProtocols);
export const audioRouteSchema = z.object({ kind: z.enum(['direct', 'relayed']), protocol: protocolSchema });

export const audioPathSchema = z.union([
  z.object({ verdict: z.enum(['direct', 'blocked', 'unknown']) }),
  z.object({ verdict: z.literal('relayed'), protocol: protocolSchema }),
]) satisfies z.ZodType<AudioPath>;

/** The agent's test of the way that sound takes. */
export const audioPathTestSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.enum(['untested', 'testing']) }),
  /** `at`: when, by this computer's clock. */
  z.object({ stage: z.literal('tested'), at: instantSchema, path: audioPathSchema }),
]);

/** What a person should know of the network between this desk and the relay. */
export const networkViewSchema = z.object({
  /** No WebSocket gets through: the relay is asked again and again instead. */
  slow: z.boolean(),
  /** How far this computer's clock is ahead of the relay's, ms, negative when it is behind; null while it is right enough. */
  clockAheadMs: z.number().int().nullable(),
  proxyAsks: proxyAsksSchema.nullable(),
  /** How the sound of the last call left this computer; null before the first one. */
  audioRoute: audioRouteSchema.nullable(),
  audioPath: audioPathTestSchema,
});
export type NetworkView = z.infer<typeof networkViewSchema>;

/** What the person gives a proxy. Kept like the sign-in, sealed by the system's key store. */
export const proxySignInSchema = z.object({
  proxy: z.string().min(1).max(300),
  name: z.string().min(1).max(256),
  password: z.string().max(256),
});
export type ProxySignIn = z.infer<typeof proxySignInSchema>;

/** What lies on the way to the relay; `browser`: the page cannot know, the browser sees to it. `issuer`: who vouches for the relay. */
export const relayWaySchema = z.object({
  by: z.enum(['direct', 'proxy', 'browser']),
  proxy: z.string().nullable(),
  issuer: z.string().nullable(),
});
export type RelayWay = z.infer<typeof relayWaySchema>;

/** How fast the relay answers, and over what. */
export type RelayMeasure = { roundTripMs: number; transport: (typeof transports)[number]; way: RelayWay };
