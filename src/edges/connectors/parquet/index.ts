export { parquetConnector } from './parquet-connector.ts';
