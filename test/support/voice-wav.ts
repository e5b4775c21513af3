export * from '../../scripts/check/voice-wav.ts';
