// Gives everything that the app and its glue exchange a short name, takes out of the
// glue what the app no longer asks for, and has it read short texts fast:
//
//   node scripts/shorten.mjs GLUE NAMES APP
//
// NAMES is what `wasm-opt --minify-imports-and-exports-and-modules` printed when it
// wrote APP. Fails where the glue is not written as it was when this was.
import fs from "node:fs";

const [path, names, app] = process.argv.slice(2);
let glue = fs.readFileSync(path, "utf8");
const { imports, exports } = JSON.parse(fs.readFileSync(names, "utf8"));
const stop = (why) => { throw new Error(`${path}: ${why}: has the version of wasm-bindgen changed?`); };

const modules = (list) => [...new Set(list)];
const [module, ...others] = modules(imports.map(([module]) => module));
const [shortly] = modules(WebAssembly.Module.imports(new WebAssembly.Module(fs.readFileSync(app))).map((it) => it.module));
if (others.length) stop(`the app imports from ${others} too`);
if (glue.split(`"${module}"`).length !== 2) stop(`it names ${module} not once`);
glue = glue.replace(`"${module}"`, () => `"${shortly}"`);

// Where a value that begins at a place ends: at the comma behind it, or at the end
// of what it stands in. Texts and what is in brackets are skipped.
const end = (from) => {
  const open = [];
  for (let at = from; at < glue.length; at++) {
    const letter = glue[at];
    if ("'\"`".includes(letter)) {
      while (glue[++at] !== letter) if (glue[at] === "\\") at++;
    } else if ("([{".includes(letter)) open.push(letter);
    else if (")]}".includes(letter)) { if (!open.length) return at; open.pop(); }
    else if (letter === "," && !open.length) return at;
  }
  return stop("a function never ends");
};

const short = new Map(imports.map(([, name, to]) => [name, to]));
let kept = 0;
for (let at; (at = glue.search(/[,{](__wbg_|__wbindgen_)\w+:/)) >= 0;) {
  const [, name] = /^.(\w+):/.exec(glue.slice(at));
  const value = at + name.length + 2;
  if (short.has(name)) {
    kept++;
    glue = glue.slice(0, at + 1) + short.get(name) + glue.slice(value - 1);
  } else {
    glue = glue.slice(0, at) + glue.slice(end(value));
  }
}
if (kept !== imports.length) stop(`the app imports ${imports.length} functions, and it has ${kept} of them`);
for (const [name, to] of exports) {
  glue = glue.replace(new RegExp(`\\.${name.replace(/\$/g, "\\$&")}(?![\\w$])`, "g"), () => `.${to}`);
}

// Texts are decoded thousands of times for one drawing, most of them short and ASCII:
// to put these together letter by letter takes a third of the time.
let quick = false;
glue = glue.replace(
  /(\w+)=\(\((\w+),(\w+)\)=>\{\2=\2>>>(\w+);return (\w+)\((\w+)\(\)\.subarray\(\2,\2\+ ?\3\)\)\}\)/,
  (_, name, from, length, zero, decode, memory) => {
    quick = true;
    return `${name}=((${from},${length})=>{${from}=${from}>>>${zero};const bytes=${memory}(),to=${from}+${length};`
      + `if(${length}<48){let at=${from},text="";while(at<to&&bytes[at]<128)text+=String.fromCharCode(bytes[at++]);`
      + `if(at===to)return text}return ${decode}(bytes.subarray(${from},to))})`;
  },
);
if (!quick) stop("it decodes texts in another way");
fs.writeFileSync(path, glue);
