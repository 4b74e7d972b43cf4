// Light or dark: as the machine has it until the visitor chooses. The palette after dark is a sheet whose `media` is turned.
const sheet = document.getElementById('dark');
const system = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (localStorage.getItem('theme') ?? (system.matches ? 'dark' : 'light')) === 'dark';
const draw = () => { sheet.media = isDark() ? 'all' : 'not all'; };

export function turnTheme() {
  localStorage.setItem('theme', isDark() ? 'light' : 'dark');
  draw();
}

system.addEventListener('change', draw);
draw();
