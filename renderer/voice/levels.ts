import type { Levels } from '../../src/contract/window/view.ts';

const everyMs = 100;

/** Measures both directions ten times a second while a microphone is open. A muted microphone measures 0 by itself. */
export function createMeter(context: AudioContext, onLevels: (levels: Levels) => void) {
  const sent = createGauge(context);
  const heard = createGauge(context);
  let timer: ReturnType<typeof setInterval> | undefined;

  return {
    setSent(track: MediaStreamTrack | null): void {
      clearInterval(timer);
      sent.measure(track === null ? null : new MediaStream([track]));
      if (track === null) onLevels({ sent: 0, heard: 0 });
      else timer = setInterval(() => onLevels({ sent: sent.peak(), heard: heard.peak() }), everyMs);
    },
    setHeard: heard.measure,
    close(): void {
      clearInterval(timer);
      sent.measure(null);
      heard.measure(null);
    },
  };
}
export type Meter = ReturnType<typeof createMeter>;

function createGauge(context: AudioContext) {
  // 4096 samples are 85 ms at 48 kHz: hardly a peak falls between two readings.
  const analyser = new AnalyserNode(context, { fftSize: 4096 });
  const samples = new Float32Array(analyser.fftSize);
  let source: MediaStreamAudioSourceNode | null = null;

  return {
    measure(stream: MediaStream | null): void {
      source?.disconnect();
      source = stream === null ? null : new MediaStreamAudioSourceNode(context, { mediaStream: stream });
      source?.connect(analyser);
    },
    peak(): number {
      if (source === null) return 0;
      analyser.getFloatTimeDomainData(samples);
      return peakOf(samples);
    },
  };
}

/** 0..1 */
export function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return Math.min(1, peak);
}
