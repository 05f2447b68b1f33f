// Checks that the document is OpenAPI 3.1, makes a client of it, compiles what uses it, and runs that: node check.mjs FOLDER ADDRESS COOKIE TOKEN
// FOLDER holds openapi.json and is written to; it lies beside node_modules.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTS, { astToString } from "openapi-typescript";

const [folder, ...asking] = process.argv.slice(2);
const document = JSON.parse(fs.readFileSync(path.join(folder, "openapi.json"), "utf8"));

const validator = new Validator();
const result = await validator.validate(structuredClone(document));
if (!result.valid || validator.version !== "3.1") fail("The document is not OpenAPI 3.1:", JSON.stringify(result.errors, null, 2));

fs.writeFileSync(path.join(folder, "api.d.ts"), astToString(await openapiTS(structuredClone(document))));
run("tsc", path.join(folder, "../node_modules/typescript/bin/tsc"), "-p", folder);
run("use.js", path.join(folder, "use.js"), ...asking);

function run(name, ...args) {
  try {
    process.stdout.write(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  } catch (failure) {
    fail(`${name} failed:`, failure.stdout, failure.stderr);
  }
}

function fail(...lines) {
  process.stdout.write(lines.join("\n") + "\n");
  process.exit(1);
}
