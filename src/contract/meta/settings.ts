/** Call settings of a phone number. Meta: Cloud API Calling, call settings. */
import { z } from 'zod';

/** "HHMM"; Meta's pages also show "HH:MM" and integers. Read into "HHMM", always written so. */
export const clockTimeSchema = z
  .union([z.string(), z.number().int()])
  .transform((value) => String(value).replace(':', '').padStart(4, '0'))
  .pipe(z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/, 'a time is written HHMM'));

export const weekdaySchema = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);
export const onOffSchema = z.enum(['ENABLED', 'DISABLED']);

export const openingSchema = z.object({
  day_of_week: weekdaySchema,
  open_time: clockTimeSchema,
  close_time: clockTimeSchema,
});

export const holidaySchema = z.object({
  date: z.iso.date(),
  start_time: clockTimeSchema,
  end_time: clockTimeSchema,
});

/** Replaced as a whole by what is sent; leaving out `holiday_schedule` deletes the stored one. */
export const callHoursSchema = z.object({
  status: onOffSchema,
  timezone_id: z.string(),
  weekly_operating_hours: z.array(openingSchema),
  holiday_schedule: z.array(holidaySchema).optional(),
});
export type CallHours = z.infer<typeof callHoursSchema>;

/** Set by Meta only: a pause of calling in one direction. `expiration` in unix seconds. */
export const callingRestrictionSchema = z.object({
  type: z.string(),
  reason: z.string().optional(),
  expiration: z.number().optional(),
});

export const callingSettingsSchema = z.object({
  status: onOffSchema.optional(),
  call_icon_visibility: z.enum(['DEFAULT', 'DISABLE_ALL']).optional(),
  call_icons: z.object({ restrict_to_user_countries: z.array(z.string().regex(/^[A-Z]{2}$/)) }).optional(),
  call_hours: callHoursSchema.optional(),
  callback_permission_status: onOffSchema.optional(),
  srtp_key_exchange_protocol: z.enum(['DTLS', 'SDES']).optional(),
  sip: z
    .object({
      status: onOffSchema.optional(),
      servers: z
        .array(
          z.object({
            hostname: z.string().min(1),
            port: z.number().int().min(1).max(65_535).optional(),
            request_uri_user_params: z.record(z.string().max(128), z.string().max(128)).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  audio: z.object({ additional_codecs: z.array(z.enum(['PCMA', 'PCMU'])) }).optional(),
  voicemail: z
    .object({
      status: onOffSchema,
      triggers: z.array(z.enum(['REJECT', 'TIMEOUT'])).optional(),
      audio: z
        .object({
          default: z.object({
            announcement_media_id: z.union([z.number(), z.string()]),
            timeout_seconds: z.number().int().min(0).max(30).optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});
export type CallingSettings = z.infer<typeof callingSettingsSchema>;

/** Body of `POST /{PNID}/settings`: what is left out stays as it is. */
export const settingsRequestSchema = z.object({ calling: callingSettingsSchema });

/** Answer to `GET /{PNID}/settings`. Members that were never set are missing. */
export const settingsResponseSchema = z.object({
  calling: callingSettingsSchema
    .extend({ restrictions: z.object({ restrictions_list: z.array(callingRestrictionSchema) }).optional() })
    .optional(),
});
