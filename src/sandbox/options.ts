/** What the sandbox is started with, from code or from the environment. */
import { z } from 'zod';
import { behaviourSchema } from './behaviour.ts';

const secret = z.string().min(8, 'needs at least 8 characters');
const id = z.string().regex(/^\d{5,20}$/, 'must be digits');

/** Every name has a default that suits a relay on this machine. */
export const environmentSchema = z.object({
  SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4760),
  SANDBOX_ACCESS_TOKEN: secret.default('sandbox-access-token'),
  SANDBOX_APP_SECRET: secret.default('sandbox-app-secret'),
  SANDBOX_VERIFY_TOKEN: secret.default('sandbox-verify-token'),
  SANDBOX_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4750/webhooks/whatsapp'),
  SANDBOX_WABA_ID: id.default('366634483210360'),
  SANDBOX_PHONE_NUMBER_ID: id.default('436666719526789'),
});

export const optionsSchema = z.object({
  host: z.string().default('127.0.0.1'),
  /** 0: any free port. */
  port: z.number().int().min(0).max(65_535).default(0),
  accessToken: z.string().default('sandbox-access-token'),
  appSecret: z.string().default('sandbox-app-secret'),
  verifyToken: z.string().default('sandbox-verify-token'),
  wabaId: id.default('366634483210360'),
  phoneNumberId: id.default('436666719526789'),
  /** Of a country whose numbers may call customers. */
  displayPhone: z.string().default('6281355501399'),
  behaviour: behaviourSchema,
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Options = z.infer<typeof optionsSchema>;
export type OptionsInput = z.input<typeof optionsSchema>;

export type Environment =
  | { readonly status: 'read'; readonly options: OptionsInput }
  /** One line that names the setting. */
  | { readonly status: 'refused'; readonly line: string };

export function readEnvironment(environment: Record<string, string | undefined>): Environment {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { status: 'refused', line: `${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'invalid'}` };
  }
  const settings = read.data;
  return {
    status: 'read',
    options: {
      host: settings.SANDBOX_HOST,
      port: settings.SANDBOX_PORT,
      accessToken: settings.SANDBOX_ACCESS_TOKEN,
      appSecret: settings.SANDBOX_APP_SECRET,
      verifyToken: settings.SANDBOX_VERIFY_TOKEN,
      wabaId: settings.SANDBOX_WABA_ID,
      phoneNumberId: settings.SANDBOX_PHONE_NUMBER_ID,
      behaviour: { webhookUrl: settings.SANDBOX_WEBHOOK_URL },
    },
  };
}
