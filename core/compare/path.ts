/** Where in a rule: `room_config.agents[0].agent_name`, `attributes["a b"]`. */

export function memberPath(path: string, name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}
