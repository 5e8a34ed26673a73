/** Documents that are files to VS Code and lie in no folder: they are opened and saved, and nothing else. */
import * as vscode from "vscode";

export abstract class DocumentFileSystem implements vscode.FileSystemProvider {
  abstract readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  abstract stat(address: vscode.Uri): Promise<vscode.FileStat>;
  abstract readFile(address: vscode.Uri): Promise<Uint8Array>;
  abstract writeFile(address: vscode.Uri, content: Uint8Array): Promise<void>;

  /** Changes are told without being asked for. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(address: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(address);
  }

  delete(address: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(address);
  }

  rename(address: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(address);
  }
}
