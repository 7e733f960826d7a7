// Draws a QR code: `qrDraw(text) -> {size, path}`, the dark modules as the path of an SVG, one unit a module.
// The code itself is made by qrcode-generator (Kazuhiko Arase, MIT licence). Apart from desk.js: only an administrator needs it.

import qrcode from "qrcode-generator";

export function qrDraw(text) {
  // The smallest version that fits; level M reads through a fold or a stain.
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < size && code.isDark(row, column + 1)) column++;
      path += `M${from} ${row}h${column - from + 1}v1H${from}z`;
    }
  }
  return { size, path };
}
