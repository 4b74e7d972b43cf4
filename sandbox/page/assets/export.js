// A chat as a PNG: its own nodes, with their computed look, drawn through an SVG. Nothing leaves the machine.
import { say } from './dom.js';
import { t } from './words.js';

const SCALE = 2;

export async function savePicture(column) {
  const source = column.log;
  const width = source.clientWidth, height = Math.min(source.scrollHeight, 6000);
  const copy = source.cloneNode(true);
  await dressed(source, copy);
  copy.style.height = 'auto';
  copy.style.overflow = 'visible';
  copy.setAttribute('xmlns', 'http://www.w3.org/1999/xhtml');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${new XMLSerializer().serializeToString(copy)}</foreignObject></svg>`;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await picture.decode();
  } catch {
    say(t('notPossible'));
    return;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE; canvas.height = height * SCALE;
  const ink = canvas.getContext('2d');
  ink.scale(SCALE, SCALE);
  ink.fillStyle = getComputedStyle(column.node).backgroundColor;
  ink.fillRect(0, 0, width, height);
  ink.drawImage(picture, 0, 0);
  const link = document.createElement('a');
  link.download = `${column.title.textContent}.png`;
  link.href = canvas.toDataURL('image/png');
  link.click();
}

async function dressed(source, copy) {
  const styles = getComputedStyle(source);
  copy.style.cssText = [...styles].map((name) => `${name}:${styles.getPropertyValue(name)}`).join(';');
  if (copy.tagName === 'IMG') copy.src = await inlined(source);
  for (let index = 0; index < source.children.length; index += 1) await dressed(source.children[index], copy.children[index]);
}

async function inlined(image) {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth || 1; canvas.height = image.naturalHeight || 1;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/jpeg', 0.85);
}
