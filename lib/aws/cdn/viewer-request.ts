/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
export const MAX_FUNCTION_BYTES = 10_240;

/**
 * Renders a CloudFront function that sends visitors of other hosts to the canonical one, with method, path and query
 * kept, and takes trailing slashes off a path, so that `/cart` and `/cart/` are one to cache and services.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export function renderViewerRequest(canonicalHost: string): string {
  return `const CANONICAL = ${JSON.stringify(canonicalHost)};

function queryOf(querystring) {
  const parts = [];
  Object.keys(querystring).forEach((key) => {
    const entry = querystring[key];
    (entry.multiValue || [entry]).forEach((one) => parts.push(key + '=' + one.value));
  });
  return parts.length === 0 ? '' : '?' + parts.join('&');
}

function handler(event) {
  const request = event.request;
  const host = request.headers.host ? request.headers.host.value.toLowerCase() : '';
  if (host !== CANONICAL) {
    const location = 'https://' + CANONICAL + request.uri + queryOf(request.querystring);
    return {
      statusCode: 308,
      statusDescription: 'Permanent Redirect',
      headers: { location: { value: location }, 'cache-control': { value: 'max-age=3600' } },
    };
  }
  if (request.uri.endsWith('/')) request.uri = request.uri.replace(/\\/+$/, '') || '/';
  return request;
}
`;
}

/** Writes a text so that Terraform takes it as it is: a template literal of JavaScript looks like one of its own. */
export function escapeTemplate(text: string): string {
  return text.replace(/\$\{(?!TfToken\[)/g, () => '$${').replaceAll('%{', '%%{');
}
