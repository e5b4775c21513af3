import { z } from 'zod';

/** As WebRTC takes them: RFC 7064 and RFC 7065. */
export const iceUrlSchema = z
  .string()
  .max(300)
  .regex(
    /^(stuns?|turns?):[^\s:/?]+(:\d{1,5})?(\?transport=(udp|tcp))?$|^(stuns?|turns?):\[[0-9a-f:]+\](:\d{1,5})?(\?transport=(udp|tcp))?$/i,
  );

/**
 * Servers that help the sound of a call out of a network. WhatsApp's own side has a public address, so most networks need none.
 * The credential is a secret: never in a view, never in a log.
 */
export const iceSetupSchema = z.object({
  servers: z
    .array(
      z.object({
        urls: z.array(iceUrlSchema).min(1).max(10),
        username: z.string().max(512).exactOptional(),
        credential: z.string().max(512).exactOptional(),
      }),
    )
    .max(10),
  /** Sound goes through a TURN server or not at all. */
  relayOnly: z.boolean(),
});
export type IceSetup = z.infer<typeof iceSetupSchema>;

export const noIce: IceSetup = { servers: [], relayOnly: false };
