// Photos made smaller on the phone before they travel: at most 2560 px, upright, never enlarged; their hour is read first.
"use strict";
window.giuAnh = (() => {
  const MOST = 2560;
  const SMALL = 1_500_000; // bytes: a photo that fits and is this light travels as it is
  const ORIGINAL = 0x9003, EXIF = 0x8769;

  /** The hour the camera wrote into a JPEG, "2026-11-20T08:15:00", or "". */
  const takenAt = async (file) => {
    try {
      const view = new DataView(await file.slice(0, 256 * 1024).arrayBuffer());
      if (view.getUint16(0) !== 0xffd8) return "";
      for (let at = 2; at + 4 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
        if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return hourIn(view, at + 10);
        if (view.getUint8(at) !== 0xff) return "";
      }
    } catch { /* a photo that does not tell */ }
    return "";
  };
  const hourIn = (view, start) => {
    const little = view.getUint16(start) === 0x4949;
    const find = (folder, wanted) => {
      const many = view.getUint16(start + folder, little);
      for (let n = 0; n < many; n += 1) {
        const entry = start + folder + 2 + 12 * n;
        if (view.getUint16(entry, little) === wanted) return view.getUint32(entry + 8, little);
      }
      return 0;
    };
    const inner = find(view.getUint32(start + 4, little), EXIF);
    const said = inner && find(inner, ORIGINAL);
    if (!said) return "";
    const text = String.fromCharCode(...new Uint8Array(view.buffer, start + said, 19));
    return /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.slice(0, 10).replaceAll(":", "-")}T${text.slice(11)}` : "";
  };

  const draw = (image, width, height, crop) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    const scale = crop ? Math.max(width / image.width, height / image.height) : width / image.width;
    const [wide, high] = [image.width * scale, image.height * scale];
    pen.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
    return canvas;
  };

  /** What travels instead of a chosen file; the file itself where it is small enough or cannot be opened here. */
  const smaller = async (file) => {
    const taken = await takenAt(file);
    let image;
    try { image = await createImageBitmap(file, { imageOrientation: "from-image" }); } catch { return { blob: file, name: file.name, taken }; }
    const scale = Math.min(1, MOST / Math.max(image.width, image.height));
    const known = ["image/jpeg", "image/png", "image/webp"].includes(file.type);
    if (scale === 1 && known && file.size <= SMALL) return { blob: file, name: file.name, taken };
    const canvas = draw(image, Math.round(image.width * scale), Math.round(image.height * scale));
    image.close();
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.86); });
    if (!blob || (scale === 1 && known && blob.size >= file.size)) return { blob: file, name: file.name, taken };
    return { blob, name: `${file.name.replace(/\.\w+$/, "")}.jpg`, taken };
  };

  /** A small square of a photo, drawn; an empty square where it cannot be opened. */
  const thumb = async (blob, label) => {
    let canvas;
    try {
      const image = await createImageBitmap(blob, { imageOrientation: "from-image" });
      canvas = draw(image, 176, 176, true);
      image.close();
    } catch {
      canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [176, 176];
    }
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", label);
    return canvas;
  };
  return { smaller, thumb, takenAt };
})();
