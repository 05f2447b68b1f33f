// Cuts and scales a picture before it is sent: a square of what one chose, dragged, nearer or further. Without it the server takes the middle.
const side = 512;

document.addEventListener("change", event => {
  const input = event.target as HTMLInputElement;
  const form = input.closest<HTMLFormElement>("form[data-photo]");
  if (form && input.type === "file" && input.files?.[0]) void open(form, input, input.files[0]);
});

async function open(form: HTMLFormElement, input: HTMLInputElement, file: File): Promise<void> {
  const place = form.querySelector<HTMLElement>("[data-crop]")!;
  try {
    const picture = await createImageBitmap(file);
    place.replaceChildren(...Array.from(place.children, c => c.cloneNode(true))); // nobody listens to an earlier picture's any more
    place.hidden = false;
    new Crop(place, picture).sendWith(form, input, file);
  } catch {
    place.hidden = true; // a kind this browser cannot show: the server says what it makes of it
  }
}

class Crop {
  private readonly canvas: HTMLCanvasElement;
  private readonly nearer: HTMLInputElement;
  private x: number;
  private y: number;

  constructor(place: HTMLElement, private readonly picture: ImageBitmap) {
    this.canvas = place.querySelector("canvas")!;
    this.nearer = place.querySelector<HTMLInputElement>("[data-nearer]")!;
    this.nearer.value = "1";
    [this.x, this.y] = [picture.width / 2, picture.height / 2];
    this.nearer.addEventListener("input", () => this.paint());
    let held: PointerEvent | undefined;
    this.canvas.addEventListener("pointerdown", event => {
      held = event;
      this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener("pointerup", () => (held = undefined));
    this.canvas.addEventListener("pointermove", event => {
      if (held) this.move(held.clientX - event.clientX, held.clientY - event.clientY);
      if (held) held = event;
    });
    this.canvas.addEventListener("keydown", event => this.press(event));
    this.paint();
  }

  /** Sends the square in place of the file. */
  sendWith(form: HTMLFormElement, input: HTMLInputElement, file: File): void {
    let cut: File | undefined;
    form.addEventListener("submit", event => {
      if (input.files?.[0] !== file || cut) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const square = new OffscreenCanvas(side, side);
      this.draw(square.getContext("2d")!, side);
      void square.convertToBlob({ type: "image/jpeg", quality: 0.92 }).then(blob => {
        cut = new File([blob], "photo.jpg", { type: "image/jpeg" });
        const files = new DataTransfer();
        files.items.add(cut);
        input.files = files.files;
        form.requestSubmit();
      });
    });
  }

  private press(event: KeyboardEvent): void {
    const by: Record<string, [number, number]> = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] };
    const step = by[event.key];
    if (!step) return;
    event.preventDefault();
    this.move(...step);
  }

  /** By so many pixels as they are seen. */
  private move(right: number, down: number): void {
    const scale = this.width() / this.canvas.clientWidth;
    [this.x, this.y] = [this.x + right * scale, this.y + down * scale];
    this.paint();
  }

  /** How much of the picture the square is wide. */
  private width(): number {
    return Math.min(this.picture.width, this.picture.height) / Number(this.nearer.value);
  }

  private paint(): void {
    const half = this.width() / 2;
    this.x = Math.min(Math.max(this.x, half), this.picture.width - half);
    this.y = Math.min(Math.max(this.y, half), this.picture.height - half);
    this.draw(this.canvas.getContext("2d")!, this.canvas.width);
  }

  private draw(on: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, size: number): void {
    const width = this.width();
    on.fillStyle = "#fff";
    on.fillRect(0, 0, size, size);
    on.imageSmoothingQuality = "high";
    on.drawImage(this.picture, this.x - width / 2, this.y - width / 2, width, width, 0, 0, size, size);
  }
}

export {};
