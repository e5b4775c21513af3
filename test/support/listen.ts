export * from '../../scripts/check/listen.ts';
