// Draws the mark as PNG, for home screens that take no SVG: lines of round ends, on the accent's colour, in as many grey steps as there are.
import zlib from "node:zlib";

const paper = [251, 250, 245], accent = [0, 92, 110];

/** @param path lines of a 24 by 24 drawing (M, L, l, v, h) @param size in pixels @param share of the width that the drawing takes @param corner radius as a share of the width */
export function png(path, size, share, corner) {
  const lines = segments(path), scale = size * share / 24, shift = size * (1 - share) / 2, half = .95 * scale;
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0, at = 0; y < size; y++) {
    rows[at++] = 0;
    for (let x = 0; x < size; x++) {
      const ink = covered(half - nearest(lines, (x + .5 - shift) / scale, (y + .5 - shift) / scale) * scale);
      for (let c = 0; c < 3; c++) rows[at++] = Math.round(accent[c] + (paper[c] - accent[c]) * ink);
      rows[at++] = Math.round(255 * covered(inside(x + .5, y + .5, size, corner * size)));
    }
  }
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", header(size)), chunk("IDAT", zlib.deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function segments(path) {
  const lines = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MLlvh])([^A-Za-z]*)/g)) {
    const n = numbers.match(/-?\d*\.?\d+/g).map(Number);
    for (let i = 0; i < n.length; i += /[vh]/.test(command) ? 1 : 2) {
      const [toX, toY] = command === "v" ? [x, y + n[i]] : command === "h" ? [x + n[i], y] : command === "l" ? [x + n[i], y + n[i + 1]] : [n[i], n[i + 1]];
      if (command !== "M" || i > 0) lines.push([x, y, toX, toY]);
      [x, y] = [toX, toY];
    }
  }
  return lines;
}

const covered = distance => Math.min(Math.max(distance + .5, 0), 1);

function nearest(lines, x, y) {
  return Math.min(...lines.map(([x1, y1, x2, y2]) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0), 1);
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
  }));
}

/** How far within a square of round corners, in pixels. */
function inside(x, y, size, radius) {
  const [dx, dy] = [Math.abs(x - size / 2) - size / 2 + radius, Math.abs(y - size / 2) - size / 2 + radius];
  return radius - Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - Math.min(Math.max(dx, dy), 0);
}

/** Eight bits each of red, green, blue and alpha. */
function header(size) {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(size, 4);
  bytes.set([8, 6, 0, 0, 0], 8);
  return bytes;
}

function chunk(type, data) {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]), length = Buffer.alloc(4), sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(typed));
  return Buffer.concat([length, typed, sum]);
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum >>> 0;
}
