/**
 * Makes a photo small on the phone: at most 300 kB and 1600 points, upright, without the place and device data that
 * cameras hide in it (the canvas writes none).
 */

const LONGEST = 1600;
const MOST_BYTES = 300000;
const TRIES = [
  [1, 0.82],
  [1, 0.7],
  [1, 0.58],
  [0.75, 0.6],
  [0.6, 0.55],
  [0.45, 0.5],
  [0.3, 0.45],
];

/** @param {Blob} file @returns {Promise<ArrayBuffer>} a JPEG; throws when the file is no picture */
export async function shrink(file) {
  const picture = await decoded(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.naturalWidth, picture.naturalHeight));
  let made;
  for (const [share, quality] of TRIES) {
    made = await drawn(picture, scale * share, quality);
    if (made.size <= MOST_BYTES) break;
  }
  return made.arrayBuffer();
}

/** An image element turns the picture as its camera noted (Chrome ≥ 81) before it is drawn. */
async function decoded(file) {
  const picture = new Image();
  const address = URL.createObjectURL(file);
  picture.src = address;
  try {
    await picture.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return picture;
}

function drawn(picture, scale, quality) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("picture"))), "image/jpeg", quality);
  });
}
