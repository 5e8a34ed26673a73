// Stand-in for VS Code's native log sink: same calls, plain file appends. Saves a node-gyp build.
const fs = require("fs");
const path = require("path");
const names = ["trace", "debug", "info", "warning", "error", "critical", "off"];
class Logger {
  constructor(name, file) {
    this.file = file;
    this.level = 2;
    if (file) fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, text) {
    if (!this.file || level < this.level) return;
    try {
      fs.appendFileSync(
        this.file,
        `${this.raw ? "" : `${new Date().toISOString()} [${names[level]}] `}${text}\n`,
      );
    } catch {
      /* run folder already gone */
    }
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.raw = true;
  }
  flush() {}
  drop() {
    this.file = undefined;
  }
}
["trace", "debug", "info", "warn", "error", "critical"].forEach((m, i) => {
  Logger.prototype[m] = function (t) {
    this.write(i, t);
  };
});
exports.version = "stub";
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) =>
  new Logger(name, file);
