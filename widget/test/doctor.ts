// What the tests of /doctor share: a service, and findings as short texts.
import type { Finding } from '../site/doctor/finding';
import type { Service } from '../site/doctor/script';

export const HASH = 'sha384-current';
export const service: Service = {
  origin: 'https://weather.example',
  integrity: { version: '1.0.0-aaaa1111', files: { 'weather-widget.js': HASH } },
};
export const SCRIPT = '<script async src="https://weather.example/widget/v1/weather-widget.js"></script>';

export const keys = (findings: readonly Finding[]): string[] => findings.map(({ level, key }) => `${level} ${key}`);
export const bad = (findings: readonly Finding[]): string[] => keys(findings.filter(({ level }) => level === 'warn' || level === 'error'));
