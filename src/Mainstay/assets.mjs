// Makes the files that browsers are sent: one style sheet, one script, one sprite of icons, the fonts. Called by Assets.targets: node assets.mjs FOLDER
// Packages are installed once for each lock file, in a folder named after it, so that nothing is fetched while it does not change
// and two builds at once cannot disturb each other. Nothing is written to FOLDER before everything is made.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { png } from "./icons.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "../..");
const packages = install();
const { build } = createRequire(path.join(packages, "package.json"))("esbuild");
const files = new Map();
const common = { bundle: true, minify: true, write: false, charset: "utf8", target: "es2022", legalComments: "none", logLevel: "warning", nodePaths: [path.join(packages, "node_modules")] };

// Fonts keep their names and get their content's hash as a version, like every other file; a page is not laid out anew when one arrives late.
const fonts = {
  name: "fonts",
  setup(build) {
    build.onLoad({ filter: /@fontsource-variable.*\.css$/ }, ({ path: sheet }) => ({ loader: "css", contents: fs.readFileSync(sheet, "utf8").replaceAll("font-display: swap", "font-display: optional") }));
    build.onResolve({ filter: /\.woff2$/ }, ({ path: font, resolveDir }) => {
      const bytes = fs.readFileSync(path.join(resolveDir, font));
      files.set(path.basename(font), bytes);
      return { path: `/assets/${path.basename(font)}?v=${hash(bytes)}`, external: true };
    });
  },
};

// Turbo would write its progress bar's style into the page, which our policy forbids; the style is in Frame.css.
const turbo = {
  name: "turbo",
  setup(build) {
    build.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path: script }) => {
      const written = fs.readFileSync(script, "utf8");
      const without = written.replace("    this.installStylesheetElement();\n", "");
      if (without === written) throw new Error("Turbo installs its style in another way now.");
      return { loader: "js", contents: without };
    });
  },
};

await Promise.all([check(), bundle()]);
files.set("icons.svg", sprite());
for (const [name, size, share, corner] of [["icon-192.png", 192, .7, .22], ["icon-512.png", 512, .7, .22], ["maskable-512.png", 512, .52, 0], ["apple-180.png", 180, .66, 0]])
  files.set(name, png(icons().mast.match(/ d="([^"]*)"/)[1], size, share, corner));
files.set("worker.js", await worker());
files.set("licenses.txt", licenses());
for (const [name, bytes] of [...files]) if (/\.(css|js|svg|txt)$/.test(name)) files.set(`${name}.br`, zlib.brotliCompressSync(bytes));
keep(process.argv[2]);


function install() {
  const lock = hash(fs.readFileSync(path.join(root, "package-lock.json")), fs.readFileSync(path.join(root, "package.json")));
  const folder = path.join(root, "artifacts/npm", lock);
  if (!fs.existsSync(folder)) fetchInto(folder);
  link(path.join(folder, "node_modules"));
  return folder;
}

// Renaming is one step: whoever comes second finds the folder there and drops their own.
function fetchInto(folder) {
  const own = `${folder}.${process.pid}`;
  fs.rmSync(own, { recursive: true, force: true });
  fs.mkdirSync(own, { recursive: true });
  for (const name of ["package.json", "package-lock.json", ".npmrc"]) fs.copyFileSync(path.join(root, name), path.join(own, name));
  console.log("Installing what pages need from npm");
  execFileSync("npm", ["ci", "--no-progress", "--loglevel=error"], { cwd: own, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  try {
    fs.renameSync(own, folder);
  } catch (taken) {
    fs.rmSync(own, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw taken;
  }
}

// Where editors and the commands of packages look for them.
function link(modules) {
  const usual = path.join(root, "node_modules");
  if (fs.existsSync(usual) && fs.realpathSync(usual) === fs.realpathSync(modules)) return;
  const next = `${usual}.${process.pid}`;
  fs.rmSync(usual, { recursive: true, force: true });
  fs.symlinkSync(modules, next, "junction");
  fs.renameSync(next, usual);
}

function check() {
  const tsc = path.join(packages, "node_modules/typescript/bin/tsc");
  const run = project => new Promise((done, failed) => spawn(process.execPath, [tsc, "--noEmit", "--project", project], { stdio: "inherit" })
    .on("exit", code => code === 0 ? done() : failed(new Error("The scripts have errors of type."))));
  return Promise.all([run(root), run(path.join(here, "Web/Worker"))]);
}

async function bundle() {
  const made = await build({
    stdin: { contents: sheets().map(s => `@import ${JSON.stringify(s)};`).join("\n"), loader: "css", resolveDir: here },
    ...common, outfile: path.join(root, "mainstay.css"), plugins: [fonts],
  });
  // One script for every page, and those of a page alone.
  const entries = { mainstay: "Web/mainstay.ts", network: "Insights/Network.ts", "network-layout": "Insights/NetworkLayout.ts", outbox: "Capture/OutboxPage.ts" };
  const scripts = await build({ entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(here, file)])), ...common, format: "esm", outdir: root, plugins: [turbo] });
  for (const file of [...made.outputFiles, ...scripts.outputFiles]) files.set(path.basename(file.path), file.contents);
}

// It is another worker when anything that it keeps has changed.
async function worker() {
  const version = JSON.stringify(hash(...files.values()));
  const made = await build({ entryPoints: { worker: path.join(here, "Web/Worker/worker.ts") }, ...common, format: "iife", outdir: root, define: { VERSION: version } });
  return made.outputFiles[0].contents;
}

// The order of the layers is said in the first sheet; within a layer, sheets of later folders come later.
function sheets() {
  const all = fs.readdirSync(here, { recursive: true }).filter(f => f.endsWith(".css") && !/^(bin|obj)\b/.test(f)).sort();
  const place = sheet => (/Ui[/\\]layers.css$/.test(sheet) ? 0 : /Web[/\\]Ui/.test(sheet) ? 1 : 2);
  return all.sort((a, b) => place(a) - place(b)).map(f => `./${f.replaceAll("\\", "/")}`);
}


function sprite() {
  const lucide = JSON.parse(fs.readFileSync(path.join(packages, "node_modules/@iconify-json/lucide/icons.json"), "utf8"));
  const symbol = ([name, from]) => `<symbol id="${name}" viewBox="0 0 24 24">${from.startsWith("<") ? from : drawn(from)}</symbol>`;
  const drawn = from => {
    const icon = lucide.icons[from] ?? lucide.icons[lucide.aliases[from]?.parent];
    if (!icon) throw new Error(`Lucide has no icon ${from}.`);
    // The page's style sheet says colour and width of the line; a group's own would beat it.
    return icon.body.replace(/^<g [^>]*>(.*)<\/g>$/, "$1").replace(/ (fill|stroke|stroke-linecap|stroke-linejoin|stroke-width)="(none|currentColor|round|2)"/g, "");
  };
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(icons()).map(symbol).join("")}</svg>`);
}

function icons() {
  return JSON.parse(fs.readFileSync(path.join(here, "Web/Ui/icons.json"), "utf8"));
}

// What we send on from others keeps its licence.
function licenses() {
  const sent = ["@fontsource-variable/source-sans-3", "@fontsource-variable/source-serif-4", "@hotwired/turbo", "sigma", "graphology"];
  const text = name => {
    const folder = path.join(packages, "node_modules", name);
    return fs.readFileSync(path.join(folder, fs.readdirSync(folder).find(f => /^licen[cs]e/i.test(f)) ?? "package.json"), "utf8").trim();
  };
  const icons = JSON.parse(fs.readFileSync(path.join(packages, "node_modules/@iconify-json/lucide/info.json"), "utf8"));
  return Buffer.from([...sent.map(name => `${name}\n\n${text(name)}`), `${icons.name} icons, by ${icons.author.name}\n\n${icons.license.title} licence, ${icons.license.url}`].join(`\n\n${"-".repeat(72)}\n\n`) + "\n");
}

function keep(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) fs.writeFileSync(path.join(folder, name), bytes);
  for (const name of fs.readdirSync(folder)) if (!files.has(name)) fs.rmSync(path.join(folder, name));
}

function hash(...parts) {
  return parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest("hex").slice(0, 12);
}
