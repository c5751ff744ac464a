import { Redis } from 'ioredis';

/** What a Redis has done so far. */
interface RedisWork {
  commands: number;
  /** Bytes that have come and gone. */
  traffic: number;
  /** Milliseconds of CPU. */
  cpu: number;
}

/** Reads how much a Redis has done. */
export async function workOfRedis(url: string): Promise<RedisWork> {
  const redis = new Redis(url);
  try {
    const info = await redis.info();
    const figure = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1]);
    return {
      commands: figure('total_commands_processed'),
      traffic: figure('total_net_input_bytes') + figure('total_net_output_bytes'),
      cpu: (figure('used_cpu_sys') + figure('used_cpu_user')) * 1000,
    };
  } finally {
    redis.disconnect();
  }
}
