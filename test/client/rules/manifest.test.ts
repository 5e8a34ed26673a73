/** The manifest against the code: nothing is offered that nobody carries out, and nothing is hidden. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { BUTTONS } from "../../../client/live/buttons.ts";

interface Entry {
  readonly command: string;
  readonly key?: string;
  readonly when?: string;
}
interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly (Entry & { readonly title: string; readonly category: string })[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly keybindings: readonly Entry[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const { contributes, activationEvents } = JSON.parse(read("package.json")) as Manifest;
const offered = contributes.commands.map(({ command }) => command);
const folder = "client/commands";
const carriedOut = readdirSync(path.join(root, folder)).flatMap((file) =>
  [...read(`${folder}/${file}`).matchAll(/\bid: "(livekitDispatch\.\w+)"/g)].map(([, id]) => id ?? ""),
);

test("every command of the manifest is carried out, and every other one is in the manifest", () => {
  assert.deepEqual(offered.toSorted(), carriedOut.toSorted());
  assert.equal(new Set(offered).size, offered.length);
});

test("every command has its place in the table of commands", () => {
  const table = read(`${folder}/index.ts`);
  for (const file of readdirSync(path.join(root, folder)))
    for (const [, name] of read(`${folder}/${file}`).matchAll(/export const (\w+) = defineCommand\(/g))
      assert.match(table, new RegExp(`^  ${name},$`, "m"), name);
});

test("menus, keys and the walkthrough name commands that there are", () => {
  const entries = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
  for (const { command } of entries)
    assert.ok(offered.includes(command) || command === "workbench.action.quickInputBack", command);
  for (const { description, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const named = [...description.matchAll(/command:(livekitDispatch\.\w+(?:\.focus)?)/g)].map(
      ([, id]) => id ?? "",
    );
    assert.ok(named.length > 0);
    for (const id of named) assert.ok(offered.includes(id) || id === "livekitDispatch.explorer.focus", id);
    for (const event of completionEvents)
      if (event.startsWith("onCommand:"))
        assert.ok(offered.includes(event.slice("onCommand:".length)), event);
  }
});

test("what runs a command is called as the command, in messages, welcome views and the walkthrough", () => {
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title.replace("…", "")]));
  for (const [command, label] of Object.entries(BUTTONS))
    assert.equal(titles.get(`livekitDispatch.${command}`), label);
  const texts = [
    ...Object.values(contributes.viewsWelcome).map(({ contents }) => contents),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
  ];
  const links = texts.flatMap((text) => [
    ...text.matchAll(/\[([^\]]+)\]\(command:(livekitDispatch\.\w+)\)/g),
  ]);
  assert.ok(links.length >= 8);
  for (const [, label, command = ""] of links)
    assert.ok((titles.get(command) ?? "").startsWith(label ?? "?"), `${label} runs ${titles.get(command)}`);
});

test("where the guided flow can go back, Alt+Left does", () => {
  const back = contributes.keybindings.find(({ command }) => command === "workbench.action.quickInputBack");
  assert.equal(back?.key, "alt+left");
  const set = /CAN_GO_BACK = "([\w.]+)"/.exec(read("client/rules/guided/ask.ts"));
  assert.ok(set);
  assert.equal(back.when, `inQuickInput && ${set[1]}`);
});

test("no two keys are the same in the same place", () => {
  const keys = contributes.keybindings.map(({ key, when }) => `${key ?? ""} when ${when ?? ""}`);
  assert.equal(new Set(keys).size, keys.length);
});

test("each picture of the walkthrough is there, says what it shows, takes its colors from the theme, and is shipped", () => {
  for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const svg = read(media.svg);
    assert.ok(media.altText.length > 20);
    assert.match(svg, /<title>[^<]+<\/title>/);
    assert.doesNotMatch(svg, /<script|href=|on\w+=/);
    for (const [, color] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g))
      assert.match(color ?? "", /^(?:none|var\(--vscode-[\w-]+,#[0-9a-f]{6}\))$/);
  }
  assert.match(read(".vscodeignore"), /^!client\/walkthrough\/\*\.svg$/m);
  assert.ok(existsSync(path.join(root, "client/walkthrough")));
});

test("deployed rules as documents start the extension", () => {
  assert.ok(activationEvents.includes("onFileSystem:livekit-rule"));
});
