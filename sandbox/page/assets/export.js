// A chat as a PNG: its own nodes, with their computed look, drawn through an SVG. Nothing leaves the machine.
import { city } from './city.js';
import { say } from './dom.js';
import { t } from './words.js';

const SCALE = 2, HEAD = 52, LONGEST = 7500;

export async function savePicture(column) {
  const source = column.log;
  const whole = [...source.children].reduce((sum, node) => sum + node.offsetHeight + 6, 24);
  const width = source.clientWidth, height = Math.min(Math.max(whole, 200), LONGEST);
  const copy = source.cloneNode(true);
  await dressed(source, copy);
  copy.style.cssText += `;height:${height}px;overflow:hidden;justify-content:flex-end`;
  copy.setAttribute('xmlns', 'http://www.w3.org/1999/xhtml');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${new XMLSerializer().serializeToString(copy)}</foreignObject></svg>`;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await picture.decode();
  } catch {
    say(t('notPossible'), source);
    return;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE; canvas.height = (height + HEAD) * SCALE;
  const ink = canvas.getContext('2d');
  ink.scale(SCALE, SCALE);
  ink.fillStyle = getComputedStyle(column.node).backgroundColor;
  ink.fillRect(0, 0, width, height + HEAD);
  entitle(ink, column, width);
  ink.drawImage(picture, 0, HEAD);
  const link = document.createElement('a');
  link.download = `${column.name}.png`;
  link.href = canvas.toDataURL('image/png');
  link.click();
  say(`${t('saved')}: ${link.download}`, source);
}

function entitle(ink, column, width) {
  const head = getComputedStyle(column.node.querySelector('.head')), font = getComputedStyle(document.body).fontFamily;
  ink.fillStyle = head.backgroundColor;
  ink.fillRect(0, 0, width, HEAD);
  ink.fillStyle = head.color;
  ink.font = `600 15px ${font}`;
  ink.fillText(column.name, 12, 23, width - 24);
  ink.globalAlpha = .7;
  ink.font = `12px ${font}`;
  ink.fillText(`${t('product')} · ${city.name} · ${document.querySelector('.face').textContent}`, 12, 41, width - 24);
  ink.globalAlpha = 1;
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
