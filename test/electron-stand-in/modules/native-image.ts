import { readFileSync } from 'node:fs';
import { refuseUnknown } from '../strict.ts';

type Implemented =
  | 'addRepresentation'
  | 'getAspectRatio'
  | 'getScaleFactors'
  | 'getSize'
  | 'isEmpty'
  | 'isMacTemplateImage'
  | 'isTemplateImage'
  | 'setTemplateImage'
  | 'toDataURL'
  | 'toPNG';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The size that a PNG states in its header; nothing else is read of it. */
function pngSize(bytes: Buffer): Electron.Size | undefined {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(signature)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** An image that is kept as it came. It is never decoded: `resize` and `crop` change the size that it states. */
export class NativeImage implements Pick<Electron.NativeImage, Implemented> {
  isMacTemplateImage = false;
  readonly #bytes: Buffer;
  readonly #size: Electron.Size;
  readonly #scaleFactors: number[] = [1];
  /** The file that it was made from, for tests. */
  readonly source: string | undefined;

  constructor(bytes: Buffer, size?: Electron.Size, source?: string) {
    this.#bytes = bytes;
    this.#size = size ?? pngSize(bytes) ?? { width: 0, height: 0 };
    this.source = source;
  }

  isEmpty(): boolean {
    return this.#size.width === 0 || this.#size.height === 0;
  }
  getSize(): Electron.Size {
    return { ...this.#size };
  }
  getAspectRatio(): number {
    return this.isEmpty() ? 1 : this.#size.width / this.#size.height;
  }
  getScaleFactors(): number[] {
    return [...this.#scaleFactors];
  }
  toPNG(): Buffer {
    return Buffer.from(this.#bytes);
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.#bytes.toString('base64')}`;
  }
  resize(options: Electron.ResizeOptions): NativeImage {
    const ratio = this.getAspectRatio();
    const width = options.width ?? Math.round((options.height ?? this.#size.height) * ratio);
    const height = options.height ?? Math.round(width / ratio);
    return new NativeImage(this.#bytes, { width, height }, this.source);
  }
  crop({ width, height }: Electron.Rectangle): NativeImage {
    return new NativeImage(this.#bytes, { width, height }, this.source);
  }
  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option;
  }
  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }
  addRepresentation({ scaleFactor = 1 }: Electron.AddRepresentationOptions): void {
    if (!this.#scaleFactors.includes(scaleFactor)) this.#scaleFactors.push(scaleFactor);
  }

  static createEmpty(): NativeImage {
    return new NativeImage(Buffer.alloc(0));
  }
  /** Empty when there is no such file or it is no image, as in Electron. */
  static createFromPath(file: string): NativeImage {
    try {
      return new NativeImage(readFileSync(file), undefined, file);
    } catch {
      return NativeImage.createEmpty();
    }
  }
  static createFromBuffer(buffer: Buffer, options: Electron.CreateFromBufferOptions = {}): NativeImage {
    const { width, height } = options;
    return new NativeImage(buffer, width && height ? { width, height } : undefined);
  }
  static createFromDataURL(dataURL: string): NativeImage {
    return new NativeImage(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64'));
  }
}
refuseUnknown(NativeImage, 'nativeImage');
