// Pictures to send, drawn here: no stranger's photograph, no network.
const SCENES = {
  pothole(ink) {
    ink.fillStyle = '#6b6f76'; ink.fillRect(0, 0, 640, 420);
    ink.fillStyle = '#8fb3c9'; ink.fillRect(0, 0, 640, 120);
    ink.fillStyle = '#7d8a63'; ink.fillRect(0, 110, 640, 34);
    ink.fillStyle = '#f1f1ea'; for (let x = 20; x < 640; x += 130) ink.fillRect(x, 205, 74, 9);
    oval(ink, 330, 300, 165, 66, '#4b4e54'); oval(ink, 338, 308, 136, 47, '#2e3136'); oval(ink, 352, 318, 96, 27, '#5d7b8c');
  },
  pipe(ink) {
    ink.fillStyle = '#c9c3b5'; ink.fillRect(0, 0, 640, 420);
    ink.fillStyle = '#a79f8e'; for (let y = 0; y < 300; y += 50) for (let x = (y / 50) % 2 ? -40 : 0; x < 640; x += 84) ink.fillRect(x, y, 78, 44);
    ink.fillStyle = '#59646b'; ink.fillRect(0, 150, 640, 54); ink.fillStyle = '#76838b'; ink.fillRect(0, 156, 640, 14);
    ink.fillStyle = '#4e97c2'; ink.beginPath(); ink.moveTo(300, 190); ink.bezierCurveTo(250, 300, 240, 360, 190, 420); ink.lineTo(450, 420); ink.bezierCurveTo(400, 340, 370, 280, 345, 190); ink.fill();
    oval(ink, 320, 402, 240, 36, '#69aed4');
  },
  fixed(ink) {
    SCENES.pothole(ink);
    oval(ink, 336, 306, 172, 70, '#34373c'); oval(ink, 336, 304, 160, 62, '#3f4348');
    ink.strokeStyle = '#fff'; ink.lineWidth = 14; ink.lineCap = 'round'; ink.beginPath(); ink.moveTo(292, 304); ink.lineTo(326, 332); ink.lineTo(388, 272); ink.stroke();
  },
};

function oval(ink, x, y, width, height, colour) {
  ink.fillStyle = colour;
  ink.beginPath();
  ink.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
  ink.fill();
}

export async function drawn(name) {
  const canvas = document.createElement('canvas');
  canvas.width = 640; canvas.height = 420;
  SCENES[name](canvas.getContext('2d'));
  return canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
}
