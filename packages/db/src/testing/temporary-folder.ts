import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder for one test or run; whoever asks removes it. Others may pass through (mode 0711), because an embedded
 * server that root starts runs as another user.
 */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qzt-test-'));
  await chmod(folder, 0o711);
  return folder;
}
